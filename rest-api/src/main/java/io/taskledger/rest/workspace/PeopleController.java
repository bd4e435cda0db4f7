package io.taskledger.rest.workspace;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.account.AccountQuery.SearchUsers;
import io.taskledger.messages.account.FoundUser;
import io.taskledger.messages.workspace.OpenInvitation;
import io.taskledger.messages.workspace.WorkspaceQuery.ListOwnInvitations;
import io.taskledger.rest.Api;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.InputProblem;
import io.taskledger.rest.input.InvalidInput;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom one may share with and invite, and who asked oneself. */
@RestController
@Within(Realm.TASKS)
@RequestMapping(Api.BASE + "/users")
class PeopleController {

    private static final int MOST = 50;
    private static final int USUAL = 10;

    private final Gateways gateways;

    PeopleController(Gateways gateways) {
        this.gateways = gateways;
    }

    record Person(String id, String username) {
        static Person of(FoundUser user) {
            return new Person(user.userId().text(), user.username());
        }
    }

    @GetMapping("/search")
    @Tag(name = "Account")
    @Operation(operationId = "search_users", summary = "Find other people by a part of their username")
    @Parameter(
            name = "query",
            in = ParameterIn.QUERY,
            required = true,
            schema = @Schema(type = "string", minLength = 1),
            description = "Whatever its case; no character has a meaning of its own")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "50", defaultValue = "10"))
    @ApiResponse(
            responseCode = "200",
            description = "Those first whose names begin with it; never oneself",
            useReturnTypeSchema = true)
    @Refuses(ProblemType.INVALID_INPUT)
    ResponseEntity<List<Person>> search(QueryParameters query) {
        var text = query.optional("query", Kinds.TEXT);
        var limit = query.optional("limit", Kinds.between(1, MOST));
        query.enforce();
        if (!text.sent()) {
            throw invalid("Field required", "missing");
        }
        if (text.value().isEmpty()) {
            throw invalid("String should have at least 1 character", "string_too_short");
        }
        return Api.answer(HttpStatus.OK)
                .body(gateways.list(new SearchUsers(text.value(), limit.or(USUAL)), FoundUser.class).stream()
                        .map(Person::of)
                        .toList());
    }

    @GetMapping("/me/invitations")
    @Tag(name = "Invitations")
    @Operation(operationId = "own_invitations", summary = "List the invitations that one may accept")
    @ApiResponse(responseCode = "200", description = "All of them, oldest first", useReturnTypeSchema = true)
    ResponseEntity<List<WorkspaceAnswer.Invitation>> invitations() {
        return Api.answer(HttpStatus.OK)
                .body(gateways.list(new ListOwnInvitations(), OpenInvitation.class).stream()
                        .map(WorkspaceAnswer.Invitation::of)
                        .toList());
    }

    private static InvalidInput invalid(String message, String type) {
        return new InvalidInput(new InputProblem(List.of("query", "query"), message, type));
    }
}
