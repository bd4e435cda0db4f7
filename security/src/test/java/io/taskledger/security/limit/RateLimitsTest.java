package io.taskledger.security.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.taskledger.postgres.ConnectionDetails;
import io.taskledger.postgres.TemporaryPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static io.taskledger.security.limit.RateLimit.REGISTRATION;
import static io.taskledger.security.limit.RateLimit.SIGN_IN;
import static io.taskledger.security.limit.RateLimit.TASK_CREATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RateLimitsTest {

    private static final String HERE = "203.0.113.7";
    private static final String THERE = "198.51.100.4";

    private final DriverManagerDataSource database = freshDatabase();
    private final StandingClock clock = new StandingClock();
    private final PostgresRateLimits limits = node(RateLimitSettings.defaults());

    @Test
    void as_often_as_allowed_is_fine_and_once_more_is_told_with_the_time_to_wait() {
        take(5, limits, SIGN_IN, HERE);
        clock.pass(Duration.ofSeconds(18));

        var refused = catchThrowableOfType(RateLimited.class, () -> limits.take(SIGN_IN, HERE));

        assertThat(refused.allowance()).hasToString("5 per 1 minute");
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(42));
    }

    @Test
    void the_window_begins_with_the_first_and_gives_everything_back_at_once() {
        take(3, limits, SIGN_IN, HERE);
        clock.pass(Duration.ofSeconds(59));
        take(2, limits, SIGN_IN, HERE);
        assertRefused(limits, SIGN_IN, HERE);

        clock.pass(Duration.ofSeconds(1));

        take(5, limits, SIGN_IN, HERE);
        assertRefused(limits, SIGN_IN, HERE);
    }

    @Test
    void after_the_time_that_was_told_one_more_is_let_through() {
        take(5, limits, SIGN_IN, HERE);
        clock.pass(Duration.ofMillis(12_345));
        var refused = catchThrowableOfType(RateLimited.class, () -> limits.take(SIGN_IN, HERE));

        clock.pass(refused.retryAfter().minusMillis(1));
        assertRefused(limits, SIGN_IN, HERE);
        clock.pass(Duration.ofMillis(1));
        limits.take(SIGN_IN, HERE);
    }

    @Test
    void what_was_refused_is_not_counted() {
        take(5, limits, SIGN_IN, HERE);
        for (var time = 0; time < 20; time++) {
            assertRefused(limits, SIGN_IN, HERE);
        }
        clock.pass(Duration.ofMinutes(1));

        take(5, limits, SIGN_IN, HERE);
    }

    @Test
    void each_limit_counts_for_itself_and_each_client_too() {
        take(5, limits, SIGN_IN, HERE);

        take(5, limits, SIGN_IN, THERE);
        take(10, limits, REGISTRATION, HERE);
        assertRefused(limits, SIGN_IN, HERE);
        assertRefused(limits, REGISTRATION, HERE);
    }

    @Test
    void two_nodes_share_what_is_allowed() {
        var other = node(RateLimitSettings.defaults());

        take(3, limits, SIGN_IN, HERE);
        take(2, other, SIGN_IN, HERE);

        assertRefused(limits, SIGN_IN, HERE);
        assertRefused(other, SIGN_IN, HERE);
    }

    @Test
    void many_at_once_on_two_nodes_never_get_more_than_is_allowed() throws Exception {
        var other = node(RateLimitSettings.defaults());
        var together = new CyclicBarrier(16);
        try (var crowd = Executors.newFixedThreadPool(16)) {
            var all = IntStream.range(0, 16)
                    .mapToObj(one -> crowd.submit(() -> {
                        together.await();
                        return let(10, one % 2 == 0 ? limits : other);
                    }))
                    .toList();
            var through = 0;
            for (var one : all) {
                through += one.get();
            }

            assertThat(through).isEqualTo(100);
        }
    }

    @Test
    void switched_off_nothing_is_counted() {
        var off = node(RateLimitSettings.off());

        take(1_000, off, SIGN_IN, HERE);

        assertThat(rows()).isZero();
    }

    @Test
    void a_limit_may_be_off_alone_and_another_number_counts_anew() {
        take(5, limits, SIGN_IN, HERE);
        var changed = node(new RateLimitSettings(Map.of(SIGN_IN, new Allowance(7, Duration.ofMinutes(1)))));

        take(7, changed, SIGN_IN, HERE);
        assertRefused(changed, SIGN_IN, HERE);
        take(200, changed, TASK_CREATION, "user-1");
    }

    @Test
    void rows_whose_window_is_over_are_swept_away_and_others_stay() {
        limits.take(SIGN_IN, HERE);
        limits.take(REGISTRATION, THERE);
        limits.sweep();
        assertThat(rows()).isEqualTo(2);

        // The library looks at the machine's own clock for this: half an hour passes for the rows instead.
        JdbcClient.create(database)
                .sql("update security.rate_limit set expires_at = expires_at - 1800000")
                .update();
        limits.sweep();

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void a_database_that_does_not_answer_is_told_as_such() {
        var nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none", "nobody", "");
        var away = new PostgresRateLimits(nowhere, RateLimitSettings.defaults(), clock);

        assertThatThrownBy(() -> away.take(SIGN_IN, HERE)).isInstanceOf(DataAccessResourceFailureException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "127.0.0.1, 127.0.0.1",
        "2001:db8:1:2:3:4:5:6, 20:01:0d:b8:00:01:00:02/64",
        "2001:db8:1:2::99, 20:01:0d:b8:00:01:00:02/64",
        "2001:db8:1:3::99, 20:01:0d:b8:00:01:00:03/64",
        "0:0:0:0:0:0:0:1, 00:00:00:00:00:00:00:00/64",
        "::ffff:203.0.113.7, 203.0.113.7",
        "unix, unix",
    })
    void addresses_of_one_network_count_as_one(String address, String counted) {
        assertThat(ClientAddress.network(address)).isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 60, 5 per 1 minute",
        "1, 3600, 1 per 1 hour",
        "2, 1, 2 per 1 second",
        "3, 90, 3 per 90 seconds",
        "9, 86400, 9 per 24 hours"
    })
    void an_allowance_says_what_it_is(int count, int seconds, String text) {
        assertThat(new Allowance(count, Duration.ofSeconds(seconds))).hasToString(text);
    }

    private PostgresRateLimits node(RateLimitSettings settings) {
        return new PostgresRateLimits(database, settings, clock);
    }

    private long rows() {
        return JdbcClient.create(database)
                .sql("select count(*) from security.rate_limit")
                .query(Long.class)
                .single();
    }

    /** How many of so many get through. */
    private static int let(int tries, RateLimits node) {
        var through = 0;
        for (var time = 0; time < tries; time++) {
            through += passes(() -> {
                        node.take(TASK_CREATION, "user-1");
                        return true;
                    })
                    ? 1
                    : 0;
        }
        return through;
    }

    private static boolean passes(Callable<Boolean> taking) {
        try {
            return taking.call();
        } catch (RateLimited limited) {
            return false;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void take(int times, RateLimits node, RateLimit limit, String whose) {
        for (var time = 0; time < times; time++) {
            assertThatCode(() -> node.take(limit, whose)).doesNotThrowAnyException();
        }
    }

    private static void assertRefused(RateLimits node, RateLimit limit, String whose) {
        assertThatThrownBy(() -> node.take(limit, whose)).isInstanceOf(RateLimited.class);
    }

    private static DriverManagerDataSource freshDatabase() {
        var details = TemporaryPostgres.shared().freshDatabase("limits", RateLimitsTest::prepare);
        return new DriverManagerDataSource(details.jdbcUrl(), details.user(), details.password());
    }

    private static void prepare(ConnectionDetails empty) {
        Flyway.configure()
                .dataSource(empty.jdbcUrl(), empty.user(), empty.password())
                .schemas("security")
                .locations("classpath:db/security")
                .load()
                .migrate();
    }

    private static final class StandingClock extends Clock {
        private Instant now = Instant.now();

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
