package io.taskledger.security.limit;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.annotation.Scheduled;

/** Counts in rows of {@code security.rate_limit}, which all nodes share. Each count is a transaction of its own. */
final class PostgresRateLimits implements RateLimits {

    private static final int SWEPT_AT_ONCE = 1_000;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final RateLimitSettings settings;

    PostgresRateLimits(DataSource database, RateLimitSettings settings, Clock clock) {
        this.settings = settings;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("security.rate_limit")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .clientClock(meter(clock))
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ZERO))
                .build();
    }

    @Override
    public void take(RateLimit limit, String whose) {
        settings.of(limit).ifPresent(allowance -> take(limit, allowance, whose));
    }

    /** Rows whose window is over are as good as none. Every node sweeps: what is gone is gone. */
    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        while (buckets.removeExpired(SWEPT_AT_ONCE) == SWEPT_AT_ONCE) {
            // there may be more
        }
    }

    private void take(RateLimit limit, Allowance allowance, String whose) {
        // A row keeps what was allowed when it was made: another allowance is another row.
        var id = limit.slug() + ":" + allowance.count() + "/" + allowance.window() + ":" + whose;
        try {
            var taken =
                    buckets.builder().build(id, () -> configuration(allowance)).tryConsumeAndReturnRemaining(1);
            if (!taken.isConsumed()) {
                throw new RateLimited(allowance, Duration.ofNanos(taken.getNanosToWaitForRefill()));
            }
        } catch (BucketExecutionException away) {
            throw new DataAccessResourceFailureException("what was done how often cannot be counted", away);
        }
    }

    private static BucketConfiguration configuration(Allowance allowance) {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(allowance.count())
                        .refillIntervally(allowance.count(), allowance.window())
                        .build())
                .build();
    }

    private static TimeMeter meter(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
