package io.taskledger.rest.task;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.task.FoundTask;
import io.taskledger.messages.task.TaskQuery.SearchTasks;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.InputProblem;
import io.taskledger.rest.input.InvalidInput;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Tasks")
@RequestMapping(Api.BASE + "/search")
class SearchController {

    private static final int LONGEST = 200;
    private static final int LARGEST_PAGE = 100;
    private static final int USUAL_PAGE = 20;

    private final Gateways gateways;

    SearchController(Gateways gateways) {
        this.gateways = gateways;
    }

    @GetMapping
    @Operation(operationId = "search_tasks", summary = "Search all tasks that one may see, the best match first")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "q",
            required = true,
            description = "Words, each a part of title, description, a comment or a tag, ignoring case and accents; no"
                    + " character has a meaning of its own",
            schema = @Schema(type = "string", minLength = 1, maxLength = LONGEST))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "offset",
            schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
    @ApiResponse(
            responseCode = "200",
            description =
                    "One page. A word weighs most in a title, then in a tag, a description, a comment; a beginning of"
                            + " a word weighs twice",
            useReturnTypeSchema = true)
    @Refuses(ProblemType.INVALID_INPUT)
    ResponseEntity<SearchAnswer> search(QueryParameters query) {
        var words = query.optional("q", Kinds.TEXT);
        var limit = query.optional("limit", Kinds.between(1, LARGEST_PAGE));
        var offset = query.optional("offset", Kinds.between(0, Integer.MAX_VALUE));
        query.enforce();
        if (!words.sent()) {
            throw invalid("Field required", "missing");
        }
        if (words.value().isBlank()) {
            throw invalid("String should have at least 1 character that is no blank", "string_too_short");
        }
        if (words.value().codePointCount(0, words.value().length()) > LONGEST) {
            throw invalid("String should have at most " + LONGEST + " characters", "string_too_long");
        }
        var asked = new SearchTasks(words.value(), offset.or(0), limit.or(USUAL_PAGE));
        return Api.answer(HttpStatus.OK).body(SearchAnswer.of(gateways.page(asked, FoundTask.class)));
    }

    private static InvalidInput invalid(String message, String type) {
        return new InvalidInput(new InputProblem(List.of("query", "q"), message, type));
    }
}
