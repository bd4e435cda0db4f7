package io.taskledger.security.password;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jakarta.servlet.FilterChain;

import io.taskledger.messages.Via;
import io.taskledger.security.Acting;
import io.taskledger.security.Installation;
import io.taskledger.security.SecuritySettings;
import io.taskledger.security.session.EndSessionAtLogout;
import io.taskledger.security.session.EndedSessionFilter;
import io.taskledger.security.session.SessionAuthentication;
import io.taskledger.security.session.SessionAuthentication.Proof;
import io.taskledger.security.token.AccessCookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import static io.taskledger.security.Installation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BrowserSignInTest {

    private final Installation here = new Installation();
    private final PasswordAuthentication door = new PasswordAuthentication(here.accounts);
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @BeforeEach
    void register() {
        here.accounts.register("Ann", "ann@example.org", PASSWORD, Via.BROWSER);
    }

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void name_and_password_begin_a_session_that_does_not_keep_the_password() {
        var authentication = signIn();

        assertThat(authentication.isAuthenticated()).isTrue();
        assertThat(authentication.proof()).isEqualTo(Proof.SIGN_IN);
        assertThat(authentication.getCredentials()).isEqualTo("");
        assertThat(authentication.getPrincipal().via()).isEqualTo(Via.BROWSER);
        assertThat(authentication.getName())
                .isEqualTo(authentication.getPrincipal().userId().text());
    }

    @Test
    void unknown_names_and_wrong_passwords_are_refused_in_the_same_words() {
        assertThatThrownBy(() -> door.authenticate(asked("Ann", "wrong")))
                .isInstanceOf(BadCredentialsException.class)
                .hasMessage("Invalid username or password");
        assertThatThrownBy(() -> door.authenticate(asked("Nobody", PASSWORD)))
                .isInstanceOf(BadCredentialsException.class)
                .hasMessage("Invalid username or password");
        assertThatThrownBy(() -> door.authenticate(new UsernamePasswordAuthenticationToken("Ann", null)))
                .isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void too_many_at_once_is_not_told_as_a_wrong_password() {
        here.encoder.meanwhile = () -> {
            throw new TooBusy(Duration.ofSeconds(5));
        };

        assertThatThrownBy(() -> door.authenticate(asked("Ann", PASSWORD)))
                .isInstanceOf(AuthenticationServiceException.class)
                .hasCauseInstanceOf(TooBusy.class);
    }

    @Test
    void logging_out_of_the_browser_ends_the_session() {
        var authentication = signIn();

        new EndSessionAtLogout(here.accounts).logout(request, response, authentication);
        new EndSessionAtLogout(here.accounts).logout(request, response, null);

        assertThat(here.sessions.alive(authentication.getPrincipal().sessionId()))
                .isEmpty();
    }

    @Test
    void a_browser_whose_session_was_ended_elsewhere_is_a_strangers() throws Exception {
        var authentication = signIn();
        var browser = request.getSession(true);

        assertThat(signedInAfterFilter(authentication)).isTrue();
        here.accounts.signOut(authentication.getPrincipal().sessionId());
        assertThat(signedInAfterFilter(authentication)).isFalse();

        assertThat(((MockHttpSession) browser).isInvalid()).isTrue();
    }

    @Test
    void the_token_cookie_cannot_be_read_by_scripts_nor_sent_in_the_clear() {
        var plain = Installation.settings(Path.of("unused"));
        var secure = new SecuritySettings(
                plain.keysFolder(),
                null,
                8,
                plain.restSession(),
                plain.browserSession(),
                List.of("https://app.example.org"),
                true,
                plain.publicUrl());

        assertThat(new AccessCookie(plain).holding("t").toString())
                .startsWith("access_token=t; Path=/; Max-Age=43200;")
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        assertThat(new AccessCookie(secure).holding("t").toString()).contains("HttpOnly", "SameSite=None", "Secure");
        assertThat(new AccessCookie(plain).cleared().toString()).startsWith("access_token=; Path=/; Max-Age=0;");
    }

    private boolean signedInAfterFilter(SessionAuthentication authentication) throws Exception {
        SecurityContextHolder.getContext().setAuthentication(authentication);
        var seen = new boolean[1];
        FilterChain rest = (asked, answered) -> seen[0] = Acting.signedIn().isPresent();
        var again = new MockHttpServletRequest();
        again.setSession(request.getSession(true));
        new EndedSessionFilter(here.sessions).doFilter(again, response, rest);
        return seen[0];
    }

    private SessionAuthentication signIn() {
        return (SessionAuthentication) door.authenticate(asked("ann@example.org", PASSWORD));
    }

    private static UsernamePasswordAuthenticationToken asked(String name, String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated(name, password);
    }
}
