package io.taskledger.security.password;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import io.taskledger.messages.Via;
import io.taskledger.security.Installation;
import io.taskledger.security.limit.ClientAddress;
import io.taskledger.security.limit.RateLimitSettings;
import io.taskledger.security.limit.RateLimitWiring;
import io.taskledger.security.limit.RateLimited;
import io.taskledger.security.limit.RateLimits;
import io.taskledger.security.limit.Throttle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static io.taskledger.security.Installation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

/** Who guesses gets nowhere, neither by being many nor by looking at the clock. */
class GuessingTest {

    private static final int GUESSES = 200;
    private static final int AT_ONCE = 40;
    private static final int PAIRS = 500;

    private final Installation here = new Installation();

    @Test
    void of_200_guesses_at_one_account_from_everywhere_at_once_10_are_looked_at_at_most() throws Exception {
        here.registered("Ann");
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(RateLimitSettings.class, RateLimitSettings::defaults);
            context.registerBean(Clock.class, () -> here.clock);
            context.registerBean(DataSource.class, here.database::apart);
            context.register(RateLimitWiring.class);
            context.refresh();
            var accounts = here.accountsWith(here.encoder, context.getBean(RateLimits.class));
            var before = here.encoder.matched.get();

            var refused = guessed(accounts);

            assertThat(here.encoder.matched.get() - before).isBetween(1, 10);
            assertThat(refused).isGreaterThanOrEqualTo(GUESSES - 10);
        }
    }

    private static long guessed(PasswordAccounts accounts) throws Exception {
        var begin = new CountDownLatch(AT_ONCE);
        try (var crowd = Executors.newFixedThreadPool(AT_ONCE)) {
            var guesses = IntStream.range(0, GUESSES)
                    .<Callable<Boolean>>mapToObj(guess -> () -> {
                        begin.countDown();
                        begin.await();
                        return isRefused(accounts, guess);
                    })
                    .toList();
            var refused = 0L;
            for (var guess : crowd.invokeAll(guesses)) {
                refused += guess.get() ? 1 : 0;
            }
            return refused;
        }
    }

    private static boolean isRefused(PasswordAccounts accounts, int guess) {
        var request = new MockHttpServletRequest();
        // An address each, so that only the account's own count stands in the way.
        request.setRemoteAddr("203.0." + guess / 100 + "." + guess % 100);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            assertThat(accounts.signIn("Ann", "guess-" + guess, Via.REST)).isEmpty();
            return false;
        } catch (RateLimited tooOften) {
            return true;
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    /** With real hashes, and so only in the long form. */
    @Test
    @EnabledIfSystemProperty(named = "taskledger.long", matches = "true")
    void whether_an_account_exists_cannot_be_seen_by_the_time_that_an_answer_takes() {
        var hashes = new PasswordHashes(PasswordHashes.argon2id(), 2, Duration.ofSeconds(5));
        var accounts = new PasswordAccounts(
                here.work,
                here.credentials,
                here.sessions,
                hashes,
                here.policy,
                new Throttle(RateLimits.NONE, new ClientAddress(), here.names),
                Installation.settings(Path.of("unused")),
                here.clock);
        accounts.register("Ann", "ann@example.org", PASSWORD, Via.REST);

        assertThat(difference(name -> accounts.signIn(name, "not-this-one-7", Via.REST)))
                .as("at sign-in")
                .isLessThanOrEqualTo(Duration.ofMillis(5));
        assertThat(difference(name -> here.passwords.requestReset(name + "@example.org")))
                .as("at a reset")
                .isLessThanOrEqualTo(Duration.ofMillis(5));
    }

    @FunctionalInterface
    private interface Asking {
        void ask(String name);
    }

    /** Between the medians, known and unknown in turn. */
    private static Duration difference(Asking asking) {
        var known = new long[PAIRS];
        var unknown = new long[PAIRS];
        for (var name : List.of("Ann", "nobody")) {
            asking.ask(name);
        }
        for (var pair = 0; pair < PAIRS; pair++) {
            known[pair] = time(asking, "Ann");
            unknown[pair] = time(asking, "nobody" + pair);
        }
        return Duration.ofNanos(Math.abs(median(known) - median(unknown)));
    }

    private static long time(Asking asking, String name) {
        var begin = System.nanoTime();
        asking.ask(name);
        return System.nanoTime() - begin;
    }

    private static long median(long[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
