package io.taskledger.security.token;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import com.nimbusds.jwt.SignedJWT;
import io.taskledger.messages.account.AccountCommand.EndSession;
import io.taskledger.security.Installation;
import io.taskledger.security.key.OpaqueToken;
import io.taskledger.security.limit.ClientAddress;
import io.taskledger.security.limit.RateLimit;
import io.taskledger.security.limit.RateLimited;
import io.taskledger.security.limit.Throttle;
import io.taskledger.security.token.RenewableSessions.Renewal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.taskledger.security.Installation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

class RotatingTokensTest {

    private static Installation here;

    @BeforeAll
    static void open() {
        here = new Installation();
        here.registered("Ann");
    }

    @Test
    void an_access_token_lives_for_minutes_and_its_session_for_weeks() throws Exception {
        var first = signIn();

        var claims = SignedJWT.parse(first.accessToken()).getJWTClaimsSet();
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(here.clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(first.session().until()).isEqualTo(here.clock.instant().plus(Duration.ofDays(30)));
        assertThat(here.tokens.read(first.accessToken())).contains(first.session());
        assertThat(first.toString()).doesNotContain(first.refreshToken(), first.accessToken());
    }

    @Test
    void a_wrong_password_gives_no_tokens() {
        assertThat(here.renewable.signIn("Ann", "not-her-password")).isEmpty();
        assertThat(here.renewable.signIn("Nobody", PASSWORD)).isEmpty();
    }

    @Test
    void each_refresh_token_is_good_for_the_next_and_no_more_than_a_hash_of_it_is_kept() {
        var tokens = signIn();
        for (var times = 0; times < 3; times++) {
            var next = here.renewable.renew(tokens.refreshToken());
            assertThat(next.refreshToken()).startsWith("tlref_").isNotEqualTo(tokens.refreshToken());
            assertThat(next.session()).isEqualTo(tokens.session());
            assertThat(here.tokens.read(next.accessToken())).contains(tokens.session());
            tokens = next;
        }
        assertThat(rowsWith(tokens.refreshToken())).isZero();
    }

    @Test
    void a_used_token_that_comes_again_ends_all_of_its_session_and_nothing_else() {
        var other = signIn();
        var first = signIn();
        var second = here.renewable.renew(first.refreshToken());
        var third = here.renewable.renew(second.refreshToken());

        assertRefused(first.refreshToken());

        assertThat(here.tokens.read(third.accessToken())).isEmpty();
        assertRefused(third.refreshToken());
        assertThat(here.bus.sent(EndSession.class))
                .filteredOn(end -> end.sessionId().equals(first.session().sessionId()))
                .hasSize(1);
        assertThat(here.tokens.read(other.accessToken())).isPresent();
        assertThat(here.renewable.renew(other.refreshToken())).isNotNull();
    }

    @Test
    void who_was_under_way_while_another_was_faster_is_told_so_and_nothing_ends() throws Exception {
        var first = signIn();
        var second = here.database.transaction().execute(_ -> {
            here.database
                    .jdbc()
                    .sql("update security.refresh_token set used_at = now() where token_hash = :hash")
                    .param("hash", OpaqueToken.hash(first.refreshToken()))
                    .update();
            var slower = CompletableFuture.supplyAsync(() -> refusal(first.refreshToken()));
            await().atMost(Duration.ofSeconds(20)).until(RotatingTokensTest::somebodyWaitsForTheRow);
            return slower;
        });

        assertThat(second.get(20, TimeUnit.SECONDS).meanwhile()).isTrue();
        assertThat(here.sessions.alive(first.session().sessionId())).isPresent();
    }

    @Test
    void of_many_at_once_exactly_one_gets_the_next_tokens() {
        var first = signIn();

        var answers = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> got(first.refreshToken())))
                .toList()
                .stream()
                .map(answer -> answer.orTimeout(30, TimeUnit.SECONDS).join())
                .toList();

        assertThat(answers).filteredOn(Predicate.isEqual(true)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tlref_", "\0", "ü", "eyJhbGciOiJIUzI1NiJ9"})
    void what_is_no_refresh_token_is_refused(String text) {
        assertRefused(text);
    }

    @Test
    void an_access_token_is_no_refresh_token_nor_the_other_way_round() {
        var tokens = signIn();

        assertRefused(tokens.accessToken());
        assertThat(here.tokens.read(tokens.refreshToken())).isEmpty();
    }

    @Test
    void a_session_that_was_ended_or_has_run_out_is_not_renewed() {
        var ended = signIn();
        here.accounts.signOut(ended.session().sessionId());
        assertRefused(ended.refreshToken());

        var installation = new Installation();
        installation.registered("Bob");
        var late = installation.renewable.signIn("Bob", PASSWORD).orElseThrow();
        installation.clock.pass(Duration.ofDays(30).minusMinutes(5));
        var last = installation.renewable.renew(late.refreshToken());
        installation.clock.pass(Duration.ofMinutes(5));
        assertThat(installation.tokens.read(last.accessToken())).isEmpty();
        assertThatThrownBy(() -> installation.renewable.renew(last.refreshToken()))
                .isInstanceOf(RefreshRefused.class);
    }

    @Test
    void a_renewal_is_counted_before_its_token_is_looked_at() {
        var limited = new RotatingTokens(
                here.work,
                new RefreshTokens(here.database.jdbc(), here.clock),
                here.accounts,
                here.tokens,
                new Throttle(
                        (limit, _) -> {
                            assertThat(limit).isEqualTo(RateLimit.RENEWAL);
                            throw new RateLimited(limit.usual(), Duration.ofSeconds(9));
                        },
                        new ClientAddress(),
                        here.names),
                here.clock);

        assertThatThrownBy(() -> limited.renew(signIn().refreshToken())).isInstanceOf(RateLimited.class);
    }

    private static Renewal signIn() {
        return here.renewable.signIn("Ann", PASSWORD).orElseThrow();
    }

    private static boolean got(String token) {
        try {
            return here.renewable.renew(token).session() != null;
        } catch (RefreshRefused refused) {
            return false;
        }
    }

    private static RefreshRefused refusal(String token) {
        return catchThrowableOfType(RefreshRefused.class, () -> here.renewable.renew(token));
    }

    private static void assertRefused(String token) {
        assertThat(refusal(token).meanwhile()).isFalse();
    }

    private static boolean somebodyWaitsForTheRow() {
        return here.database.count("pg_locks where not granted") > 0;
    }

    private static long rowsWith(String token) {
        return here.database.count("security.refresh_token t where t::text like '%" + token.substring(6) + "%'");
    }
}
