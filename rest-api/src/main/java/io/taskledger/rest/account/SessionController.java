package io.taskledger.rest.account;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.SessionId;
import io.taskledger.rest.Api;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import io.taskledger.security.Acting;
import io.taskledger.security.SignedIn;
import io.taskledger.security.session.OwnSessions;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where one is signed in: in browsers and from programs. */
@RestController
@Within(Realm.PERSON)
@Tag(name = "Sessions")
@RequestMapping(Api.BASE + "/users/me/sessions")
class SessionController {

    private final OwnSessions sessions;

    SessionController(OwnSessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    @Operation(operationId = "list_sessions", summary = "List where one is signed in")
    @ApiResponse(responseCode = "200", description = "The newest first", useReturnTypeSchema = true)
    ResponseEntity<List<SessionAnswer>> list() {
        return Api.answer(HttpStatus.OK)
                .body(sessions.list(signedIn()).stream().map(SessionAnswer::of).toList());
    }

    @DeleteMapping
    @Operation(operationId = "end_other_sessions", summary = "End every session but the one that asks")
    @ApiResponse(responseCode = "204", description = "They have ended")
    ResponseEntity<Void> endOthers() {
        sessions.endOthers(signedIn());
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/{id}")
    @Operation(operationId = "end_session", summary = "End a session; also the one that asks")
    @ApiResponse(responseCode = "204", description = "It has ended")
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<Void> end(@PathVariable String id) {
        if (SessionId.parse(id)
                .filter(session -> sessions.end(signedIn(), session))
                .isEmpty()) {
            throw new Refused(ProblemType.NOT_FOUND, "Session with ID " + id + " not found");
        }
        return ResponseEntity.noContent().build();
    }

    private static SignedIn signedIn() {
        return Acting.signedIn().orElseThrow();
    }
}
