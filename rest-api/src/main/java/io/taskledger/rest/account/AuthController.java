package io.taskledger.rest.account;

import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taskledger.messages.Actor;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountDetails;
import io.taskledger.messages.account.AccountQuery.FindOwnAccount;
import io.taskledger.rest.Api;
import io.taskledger.rest.account.AccountAnswer.Message;
import io.taskledger.rest.account.AccountAnswer.Registered;
import io.taskledger.rest.account.AccountAnswer.Token;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.openapi.Refuses;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.security.Accounts;
import io.taskledger.security.Acting;
import io.taskledger.security.SignedIn;
import io.taskledger.security.token.AccessCookie;
import io.taskledger.security.token.AccessTokens;
import io.taskledger.security.token.RefreshRefused;
import io.taskledger.security.token.RenewableSessions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@SecurityRequirements
@Tag(name = "Sign-in")
@RequestMapping(Api.BASE + "/auth")
class AuthController {

    private final Accounts accounts;
    private final RenewableSessions renewable;
    private final AccessTokens tokens;
    private final Gateways gateways;
    private final AccessCookie cookie;
    private final Clock clock;

    AuthController(
            Accounts accounts,
            RenewableSessions renewable,
            AccessTokens tokens,
            Gateways gateways,
            AccessCookie cookie,
            Clock clock) {
        this.accounts = accounts;
        this.renewable = renewable;
        this.tokens = tokens;
        this.gateways = gateways;
        this.cookie = cookie;
        this.clock = clock;
    }

    @PostMapping("/register")
    @Operation(operationId = "register", summary = "Make an account")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = AccountRequest.Registration.class)))
    @ApiResponse(responseCode = "201", description = "The account", useReturnTypeSchema = true)
    @Refuses({ProblemType.DUPLICATE_USER, ProblemType.INVALID_INPUT, ProblemType.RATE_LIMITED})
    ResponseEntity<Registered> register(JsonBody body) {
        var username = body.required("username", Kinds.TEXT);
        var email = body.required("email", Kinds.TEXT);
        var password = body.required("password", Kinds.TEXT);
        body.enforce();

        var id = accounts.register(username.value(), email.value(), password.value(), Via.REST);
        var createdAt = Acting.as(
                        new Actor(id, Via.REST), () -> gateways.find(new FindOwnAccount(), AccountDetails.class))
                .map(AccountDetails::createdAt)
                .orElseGet(clock::instant); // its row is late; the account is there
        return Api.answer(HttpStatus.CREATED)
                .body(new Registered(id.text(), username.value(), email.value(), createdAt));
    }

    @PostMapping("/login")
    @Operation(
            operationId = "login",
            summary = "Begin a session",
            description = "The token comes as a cookie, too; but not the short one of who asks to `refresh` it.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AccountRequest.SignIn.class)))
    @ApiResponse(responseCode = "200", description = "A token of the session", useReturnTypeSchema = true)
    @Refuses({ProblemType.AUTHENTICATION_FAILED, ProblemType.INVALID_INPUT, ProblemType.RATE_LIMITED})
    ResponseEntity<Token> login(JsonBody body) {
        var username = body.required("username", Kinds.TEXT);
        var password = body.required("password", Kinds.TEXT);
        var refresh = body.optional("refresh", Kinds.FLAG);
        body.enforce();

        if (refresh.or(false)) {
            return secret().body(renewable
                    .signIn(username.value(), password.value())
                    .map(Token::of)
                    .orElseThrow(AuthController::failed));
        }
        var token = accounts.signIn(username.value(), password.value(), Via.REST)
                .map(tokens::issue)
                .orElseThrow(AuthController::failed);
        return secret().header(HttpHeaders.SET_COOKIE, cookie.holding(token).toString())
                .body(Token.of(token));
    }

    @PostMapping("/refresh")
    @Operation(
            operationId = "refresh",
            summary = "Exchange a refresh token for the next tokens of the session",
            description = "Each is good once. Of several requests at the same time one gets the tokens, the others a"
                    + " 409; a token that comes again later ends its session (RFC 9700).")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AccountRequest.Refresh.class)))
    @ApiResponse(responseCode = "200", description = "The next tokens", useReturnTypeSchema = true)
    @Refuses({
        ProblemType.REFRESH_REFUSED,
        ProblemType.NOT_AS_THINGS_STAND,
        ProblemType.INVALID_INPUT,
        ProblemType.RATE_LIMITED
    })
    ResponseEntity<Token> refresh(JsonBody body) {
        var token = body.required("refresh_token", Kinds.TEXT);
        body.enforce();
        try {
            return secret().body(Token.of(renewable.renew(token.value())));
        } catch (RefreshRefused refused) {
            throw refused.meanwhile()
                    ? new Refused(
                            ProblemType.NOT_AS_THINGS_STAND,
                            "Another request exchanged this token at the same time; its answer has the next one")
                    : new Refused(ProblemType.REFRESH_REFUSED, "Invalid or expired refresh token");
        }
    }

    private static ResponseEntity.BodyBuilder secret() {
        return Api.answer(HttpStatus.OK).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static Refused failed() {
        return new Refused(ProblemType.AUTHENTICATION_FAILED, "Invalid username or password");
    }

    /** Ends the session of every token given; none, or one that has ended already, is fine. */
    @PostMapping("/logout")
    @Operation(operationId = "logout", summary = "End the session")
    @ApiResponse(responseCode = "200", description = "Also where there was none", useReturnTypeSchema = true)
    ResponseEntity<Message> logout(HttpServletRequest request) {
        OfferedTokens.in(request)
                .flatMap(token -> tokens.read(token).stream())
                .map(SignedIn::sessionId)
                .distinct()
                .forEach(accounts::signOut);
        return Api.answer(HttpStatus.OK)
                .header(HttpHeaders.SET_COOKIE, cookie.cleared().toString())
                .body(new Message("Logged out successfully"));
    }
}
