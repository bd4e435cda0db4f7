package io.taskledger.security.password;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Via;
import io.taskledger.security.Installation;
import io.taskledger.security.limit.RateLimit;
import io.taskledger.security.limit.RateLimited;
import io.taskledger.security.limit.RateLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static io.taskledger.security.Installation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ThrottledSignInTest {

    private final List<String> counted = new ArrayList<>();
    private final Set<RateLimit> exhausted = new HashSet<>();
    private final Installation here = new Installation();
    private final RateLimits limits = (limit, whose) -> {
        if (exhausted.contains(limit)) {
            throw new RateLimited(limit.usual(), Duration.ofSeconds(42));
        }
        counted.add(limit + " " + whose);
    };
    private final PasswordAccounts accounts = here.accountsWith(here.encoder, limits);

    @BeforeEach
    void comeFromSomewhere() {
        here.accounts.register("Ann", "ann@example.org", PASSWORD, Via.BROWSER);
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("203.0.113.7");
        // Anybody can send this.
        request.addHeader("X-Forwarded-For", "198.51.100.4");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void goAway() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void a_sign_in_right_or_wrong_counts_for_the_address_and_for_the_account() {
        accounts.signIn("Ann", PASSWORD, Via.REST);
        accounts.signIn("ANN@example.org", "wrong", Via.BROWSER);

        var ann = here.accounts.find("Ann").orElseThrow().text();
        assertThat(counted)
                .containsExactly(
                        "SIGN_IN 203.0.113.7",
                        "SIGN_IN_TO_ACCOUNT " + ann,
                        "SIGN_IN 203.0.113.7",
                        "SIGN_IN_TO_ACCOUNT " + ann);
    }

    @Test
    void a_name_that_nobody_has_is_counted_too_and_not_stored_as_it_is() {
        accounts.signIn("Nobody", "wrong", Via.REST);
        accounts.signIn("nobody", "wrong", Via.REST);

        assertThat(counted).hasSize(4).noneMatch(line -> line.toLowerCase().contains("nobody"));
        assertThat(counted.get(3)).startsWith("SIGN_IN_TO_ACCOUNT ").isEqualTo(counted.get(1));
    }

    @Test
    void an_address_that_is_stopped_uses_up_nothing_of_the_account() {
        exhausted.add(RateLimit.SIGN_IN);

        assertThatThrownBy(() -> accounts.signIn("Ann", PASSWORD, Via.REST)).isInstanceOf(RateLimited.class);
        assertThat(counted).isEmpty();
    }

    @Test
    void an_account_that_is_tried_too_often_is_closed_to_the_right_password_and_nothing_is_hashed() {
        exhausted.add(RateLimit.SIGN_IN_TO_ACCOUNT);
        here.encoder.meanwhile = () -> {
            throw new AssertionError("hashed");
        };

        assertThatThrownBy(() -> accounts.signIn("Ann", PASSWORD, Via.REST)).isInstanceOf(RateLimited.class);
        assertThatThrownBy(() -> accounts.signIn("Nobody", PASSWORD, Via.REST)).isInstanceOf(RateLimited.class);
    }

    @Test
    void the_browsers_form_is_told_why() {
        exhausted.add(RateLimit.SIGN_IN);
        var form = UsernamePasswordAuthenticationToken.unauthenticated("Ann", PASSWORD);

        assertThatThrownBy(() -> new PasswordAuthentication(accounts).authenticate(form))
                .isInstanceOf(AuthenticationServiceException.class)
                .hasCauseInstanceOf(RateLimited.class);
    }

    @Test
    void only_registrations_that_could_be_one_are_counted() {
        assertThatThrownBy(() -> accounts.register("a b", "no address", "short", Via.REST))
                .isInstanceOf(CommandRejected.class);
        assertThat(counted).isEmpty();

        accounts.register("Ben", "ben@example.org", PASSWORD, Via.REST);

        assertThat(counted).containsExactly("REGISTRATION 203.0.113.7");
    }

    @Test
    void what_the_product_does_by_itself_is_not_counted() {
        exhausted.add(RateLimit.REGISTRATION);

        accounts.ensure("Demo", "demo@example.org", PASSWORD);

        assertThat(counted).isEmpty();
    }
}
