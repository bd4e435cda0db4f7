package io.taskledger.rest.tag;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.account.ProfileCommand.ColourTag;
import io.taskledger.messages.task.OwnTag;
import io.taskledger.messages.task.TagEverywhere;
import io.taskledger.messages.task.TagEverywhere.Outcome;
import io.taskledger.messages.task.TaskQuery.FindTags;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.InputProblem;
import io.taskledger.rest.input.InvalidInput;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.Problem;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import io.taskledger.rest.task.HouseBehindGateways;
import io.taskledger.security.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tags of all tasks that one owns. A tag is named by a parameter: as a part of the path, {@code a/b} could not be. */
@RestController
@Within(Realm.TASKS)
@Tag(name = "Tags")
@RequestMapping(Api.BASE + "/tags")
class OwnTagController {

    private final Gateways gateways;
    private final TagEverywhere everywhere;

    OwnTagController(Gateways gateways, HouseBehindGateways house) {
        this.gateways = gateways;
        this.everywhere = new TagEverywhere(house);
    }

    @GetMapping
    @Operation(operationId = "list_tags", summary = "List the tags of one's own tasks, with counts and colours")
    @ApiResponse(responseCode = "200", description = "The tags, by name", useReturnTypeSchema = true)
    ResponseEntity<List<OwnTag>> list() {
        return Api.answer(HttpStatus.OK).body(gateways.list(new FindTags(), OwnTag.class));
    }

    @PatchMapping
    @Operation(
            operationId = "change_tag",
            summary = "Rename a tag on all of one's own tasks, or merge it into another, or colour it",
            description =
                    "Where one has a tag of the new name already, both become one. The colour goes with a tag to a name that no task has; in a merge the tag that stays keeps its own. What is in the trash stays as it is. Renaming is one action, which POST /actions/{id}/undo takes back.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "tag",
            required = true,
            description = "Its name, percent-encoded; upper and lower case are two",
            schema = @Schema(type = "string"))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TagChangeRequest.class)))
    @ApiResponse(responseCode = "200", description = "What became of it", useReturnTypeSchema = true)
    @Refuses({ProblemType.NOTHING_TO_UPDATE, ProblemType.TAG_NOT_FOUND, ProblemType.TOO_LARGE, ProblemType.INVALID_INPUT
    })
    ResponseEntity<TagChangeAnswer> change(QueryParameters query, JsonBody body) {
        var name = body.optional("name", Kinds.TEXT);
        var colour = body.nullable("colour", Kinds.NUMBER);
        body.enforce();
        var asked = named(query);
        if (!name.sent() && !colour.sent()) {
            throw new Refused(ProblemType.NOTHING_TO_UPDATE, "No fields provided for update");
        }
        var who = Acting.now().orElseThrow().userId();
        var wanted = name.sent() ? TagEverywhere.nameOf(name.value()) : asked;
        // Both made before anything is done: a colour that is none leaves the name alone, too.
        var colouring = colour.sent() ? new ColourTag(who, wanted, colour.orNull()) : null;
        var tag = known(asked);
        var renamed = name.sent() ? everywhere.rename(who, tag, wanted) : null;
        var coloured =
                colouring == null ? 0 : gateways.sendAnyway(colouring, Map.of()).position();
        return answer(wanted, renamed, coloured);
    }

    @DeleteMapping
    @Operation(
            operationId = "remove_tag",
            summary = "Take a tag off all of one's own tasks",
            description =
                    "One action, which POST /actions/{id}/undo takes back. What is in the trash stays as it is. Its colour is remembered, should the tag come back.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "tag",
            required = true,
            description = "Its name, percent-encoded; upper and lower case are two",
            schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "200", description = "What became of it", useReturnTypeSchema = true)
    @Refuses({ProblemType.TAG_NOT_FOUND, ProblemType.INVALID_INPUT})
    ResponseEntity<TagChangeAnswer> remove(QueryParameters query) {
        var tag = known(named(query));
        return answer(tag.name(), everywhere.remove(tag), 0);
    }

    private ResponseEntity<TagChangeAnswer> answer(String tag, @Nullable Outcome outcome, long coloured) {
        var position = Math.max(coloured, outcome == null ? 0 : outcome.position());
        return Api.answer(HttpStatus.OK)
                .header(Gateways.POSITION, Long.toString(position))
                .body(TagChangeAnswer.of(outcome, everywhere.find(tag).orElse(null)));
    }

    private static String named(QueryParameters query) {
        var tag = query.optional("tag", Kinds.TEXT);
        query.enforce();
        if (!tag.sent()) {
            throw new InvalidInput(new InputProblem(List.of("query", "tag"), "Field required", "missing"));
        }
        return tag.value();
    }

    private OwnTag known(String name) {
        return everywhere.find(name).orElseThrow(() -> new Refused(Problem.tagNotFound(name)));
    }
}
