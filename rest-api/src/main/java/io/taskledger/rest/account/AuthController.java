package io.taskledger.rest.account;

import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;

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
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.security.AccessTokens;
import io.taskledger.security.Accounts;
import io.taskledger.security.Acting;
import io.taskledger.security.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE + "/auth")
class AuthController {

    private final Accounts accounts;
    private final AccessTokens tokens;
    private final Gateways gateways;
    private final SignInCookie cookie;
    private final Clock clock;

    AuthController(Accounts accounts, AccessTokens tokens, Gateways gateways, SignInCookie cookie, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.gateways = gateways;
        this.cookie = cookie;
        this.clock = clock;
    }

    @PostMapping("/register")
    ResponseEntity<Registered> register(JsonBody body) {
        var username = body.required("username", Kinds.TEXT);
        var email = body.required("email", Kinds.TEXT);
        var password = body.required("password", Kinds.TEXT);
        body.enforce();

        var id = accounts.register(username.value(), email.value(), password.value());
        var createdAt = Acting.as(
                        new Actor(id, Via.REST), () -> gateways.find(new FindOwnAccount(), AccountDetails.class))
                .map(AccountDetails::createdAt)
                .orElseGet(clock::instant); // its row is late; the account is there
        return Api.answer(HttpStatus.CREATED)
                .body(new Registered(id.text(), username.value(), email.value(), createdAt));
    }

    @PostMapping("/login")
    ResponseEntity<Token> login(JsonBody body) {
        var username = body.required("username", Kinds.TEXT);
        var password = body.required("password", Kinds.TEXT);
        body.enforce();

        var token = accounts.signIn(username.value(), password.value(), Via.REST)
                .map(tokens::issue)
                .orElseThrow(() -> new Refused(ProblemType.AUTHENTICATION_FAILED, "Invalid username or password"));
        return Api.answer(HttpStatus.OK)
                .header(HttpHeaders.SET_COOKIE, cookie.holding(token))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new Token(token, "bearer"));
    }

    /** Ends the session of every token given; none, or one that has ended already, is fine. */
    @PostMapping("/logout")
    ResponseEntity<Message> logout(HttpServletRequest request) {
        SignInCookie.tokens(request)
                .flatMap(token -> tokens.read(token).stream())
                .map(SignedIn::sessionId)
                .distinct()
                .forEach(accounts::signOut);
        return Api.answer(HttpStatus.OK)
                .header(HttpHeaders.SET_COOKIE, cookie.cleared())
                .body(new Message("Logged out successfully"));
    }
}
