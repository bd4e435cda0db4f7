package io.taskledger.rest.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.SessionId;
import io.taskledger.rest.Api;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kind;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.input.TimeKinds;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.scope.Realm;
import io.taskledger.rest.scope.Within;
import io.taskledger.security.Acting;
import io.taskledger.security.Scope;
import io.taskledger.security.SignedIn;
import io.taskledger.security.token.PersonalTokens;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tokens that one makes for programs. No such token can make or see another. */
@RestController
@Within(Realm.PERSON)
@Tag(name = "Personal tokens")
@RequestMapping(Api.BASE + "/users/me/tokens")
class TokenController {

    private static final Duration USUAL = Duration.ofDays(90);
    private static final Kind<List<Scope>> SCOPES = Kinds.listOf(scope());

    private final PersonalTokens tokens;
    private final Clock clock;

    TokenController(PersonalTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping
    @Operation(operationId = "list_tokens", summary = "List the tokens that one made for programs")
    @ApiResponse(responseCode = "200", description = "Those that live, the newest first", useReturnTypeSchema = true)
    ResponseEntity<List<TokenAnswer>> list() {
        return Api.answer(HttpStatus.OK)
                .body(tokens.list(signedIn()).stream().map(TokenAnswer::of).toList());
    }

    @PostMapping
    @Operation(
            operationId = "make_token",
            summary = "Make a token for a program",
            description = "It is told this once, and sent as a bearer. It may do what its scopes say, never more than"
                    + " one may oneself, and ends with every other session when the password changes.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AccountRequest.NewToken.class)))
    @ApiResponse(responseCode = "201", description = "The token", useReturnTypeSchema = true)
    @Refuses(ProblemType.INVALID_INPUT)
    ResponseEntity<TokenAnswer.Made> make(JsonBody body) {
        var name = body.required("name", Kinds.TEXT);
        var scopes = body.required("scopes", SCOPES);
        var until = body.optional("expires_at", TimeKinds.BEGINNING);
        body.enforce();

        var made = tokens.make(
                signedIn(),
                name.value(),
                Set.copyOf(scopes.value()),
                until.or(clock.instant().plus(USUAL)));
        return Api.answer(HttpStatus.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(TokenAnswer.Made.of(made));
    }

    @DeleteMapping("/{id}")
    @Operation(operationId = "revoke_token", summary = "Make a token worthless")
    @ApiResponse(responseCode = "204", description = "It lets nobody in any more")
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<Void> revoke(@PathVariable String id) {
        if (SessionId.parse(id)
                .filter(token -> tokens.revoke(signedIn(), token))
                .isEmpty()) {
            throw new Refused(ProblemType.NOT_FOUND, "Token with ID " + id + " not found");
        }
        return ResponseEntity.noContent().build();
    }

    private static Kind<Scope> scope() {
        var named = new LinkedHashMap<String, Scope>();
        Arrays.stream(Scope.values()).forEach(scope -> named.put(scope.text(), scope));
        return Kinds.oneOf(named);
    }

    private static SignedIn signedIn() {
        return Acting.signedIn().orElseThrow();
    }
}
