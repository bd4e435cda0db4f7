package io.taskledger.security.token;

import java.nio.file.Path;

import jakarta.servlet.http.Cookie;

import io.taskledger.messages.Via;
import io.taskledger.security.Installation;
import io.taskledger.security.SignedIn;
import io.taskledger.security.session.SessionAuthentication;
import io.taskledger.security.session.SessionAuthentication.Proof;
import io.taskledger.security.session.Sessions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static io.taskledger.security.Installation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

/** A browser that comes to a node which does not know it. */
class BrowserContinuityTest {

    private final Installation here = new Installation();
    private final BrowserContinuity node = node();
    private final BrowserContinuity another = node();

    private SignedIn ann;
    private Cookie cookie;

    private BrowserContinuity node() {
        return new BrowserContinuity(
                new JwtAccessTokens(
                        here.signing,
                        new Sessions(here.database.jdbc(), here.clock),
                        BrowserContinuity.AUDIENCE,
                        here.clock),
                Installation.settings(Path.of("unused")));
    }

    @BeforeEach
    void sign_in_at_one() {
        here.accounts.register("Ann", "ann@example.org", PASSWORD, Via.BROWSER);
        ann = here.accounts.signIn("Ann", PASSWORD, Via.BROWSER).orElseThrow();
        var response = new MockHttpServletResponse();
        node.loginSuccess(new MockHttpServletRequest(), response, new SessionAuthentication(ann, Proof.SIGN_IN));
        cookie = response.getCookie(BrowserContinuity.COOKIE);
    }

    @Test
    void the_person_is_signed_in_there_too_in_the_same_session() {
        assertThat(at(another, cookie)).isEqualTo(new SessionAuthentication(ann, Proof.SIGN_IN));
    }

    @Test
    void scripts_cannot_read_the_cookie_and_it_goes_with_the_browser() {
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getMaxAge()).isNegative();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
    }

    @Test
    void a_session_that_has_ended_is_no_more_and_the_cookie_goes() {
        here.accounts.signOut(ann.sessionId());
        var response = new MockHttpServletResponse();

        assertThat(another.autoLogin(asking(cookie), response)).isNull();

        assertThat(response.getCookie(BrowserContinuity.COOKIE).getMaxAge()).isZero();
    }

    @Test
    void signing_out_takes_the_cookie_away() {
        var response = new MockHttpServletResponse();

        node.logout(asking(cookie), response, null);

        assertThat(response.getCookie(BrowserContinuity.COOKIE).getMaxAge()).isZero();
        assertThat(response.getCookie(BrowserContinuity.COOKIE).getValue()).isEmpty();
    }

    @Test
    void a_programs_token_is_no_browsers_nor_the_other_way_round() {
        assertThat(at(another, new Cookie(BrowserContinuity.COOKIE, here.tokens.issue(ann))))
                .isNull();
        assertThat(here.tokens.read(cookie.getValue())).isEmpty();
        var program = here.accounts.signIn("Ann", PASSWORD, Via.REST).orElseThrow();
        var response = new MockHttpServletResponse();
        node.loginSuccess(new MockHttpServletRequest(), response, new SessionAuthentication(program, Proof.SIGN_IN));
        assertThat(at(another, response.getCookie(BrowserContinuity.COOKIE))).isNull();
    }

    @Test
    void who_has_none_is_nobody() {
        assertThat(another.autoLogin(new MockHttpServletRequest(), new MockHttpServletResponse()))
                .isNull();
        assertThat(at(another, new Cookie(BrowserContinuity.COOKIE, "forged"))).isNull();
    }

    private static @Nullable Object at(BrowserContinuity node, Cookie cookie) {
        return node.autoLogin(asking(cookie), new MockHttpServletResponse());
    }

    private static MockHttpServletRequest asking(Cookie cookie) {
        var request = new MockHttpServletRequest();
        request.setCookies(cookie);
        return request;
    }
}
