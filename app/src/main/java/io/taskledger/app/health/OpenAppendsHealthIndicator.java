package io.taskledger.app.health;

import java.time.Duration;

import io.taskledger.ledger.OpenAppends;
import io.taskledger.ledger.TimeLimits;
import org.axonframework.common.jdbc.JdbcException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Not ready while an append is open for longer than PostgreSQL lets ours be: somebody else's transaction holds back all
 * events behind it, so that nobody would read their own writes.
 */
@Component("appends")
class OpenAppendsHealthIndicator implements HealthIndicator {

    private final OpenAppends appends;
    private final Duration most;

    @Autowired
    OpenAppendsHealthIndicator(OpenAppends appends) {
        this(appends, TimeLimits.APPENDING.transaction().multipliedBy(2));
    }

    OpenAppendsHealthIndicator(OpenAppends appends, Duration most) {
        this.appends = appends;
        this.most = most;
    }

    @Override
    public Health health() {
        try {
            var oldest = appends.oldest();
            return oldest.compareTo(most) <= 0
                    ? Health.up().build()
                    : down("An append has been open for %d s; no event behind it can be read."
                            .formatted(oldest.toSeconds()));
        } catch (JdbcException away) {
            return down("The database does not tell how long appends are open.");
        }
    }

    private static Health down(String reason) {
        return Health.status(new Status(Status.DOWN.getCode(), reason)).build();
    }
}
