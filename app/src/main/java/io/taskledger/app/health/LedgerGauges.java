package io.taskledger.app.health;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.taskledger.ledger.OpenAppends;
import io.taskledger.messages.projection.ProjectionQuery.ListProjections;
import io.taskledger.messages.projection.ProjectionStatus;
import io.taskledger.query.projection.Projection;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** How the ledger and the projections stand, as gauges; not a number while the database does not answer. */
@Component
class LedgerGauges implements MeterBinder {

    private static final long PATIENCE_SECONDS = 5;

    private final Sampled<Duration> oldestAppend;
    private final Sampled<List<ProjectionStatus>> projections;

    LedgerGauges(OpenAppends appends, QueryGateway queries) {
        oldestAppend = new Sampled<>(() -> oldest(appends));
        projections = new Sampled<>(() -> statuses(queries));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("taskledger.append.oldest", this, LedgerGauges::oldestAppendSeconds)
                .description("Age of the oldest transaction that may still append: all readers wait for it")
                .baseUnit("seconds")
                .register(registry);
        for (var projection : Projection.all()) {
            gauge(registry, projection, "lag.events", "Events that its rows do not show yet")
                    .accept(ProjectionStatus::lagEvents);
            gauge(registry, projection, "lag.age", "Age of the oldest of those, in seconds")
                    .accept(status -> status.lag().toNanos() / 1e9);
            gauge(registry, projection, "dead.letters", "Events that could not be handled, and those behind them")
                    .accept(ProjectionStatus::deadLetters);
            gauge(registry, projection, "position", "Position of the last event that its rows show")
                    .accept(ProjectionStatus::position);
        }
    }

    /** Takes what a gauge is to show of its projection. */
    private interface Shown {
        void accept(ToDoubleFunction<ProjectionStatus> value);
    }

    private Shown gauge(MeterRegistry registry, Projection projection, String name, String description) {
        return value -> Gauge.builder(
                        "taskledger.projection." + name, this, gauges -> gauges.of(projection.name(), value))
                .tag("projection", projection.name())
                .description(description)
                .register(registry);
    }

    private double oldestAppendSeconds() {
        return oldestAppend.get().map(age -> age.toNanos() / 1e9).orElse(Double.NaN);
    }

    private double of(String projection, ToDoubleFunction<ProjectionStatus> value) {
        return projections.get().stream()
                .flatMap(List::stream)
                .filter(status -> status.projection().name().equals(projection))
                .mapToDouble(value)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static Optional<Duration> oldest(OpenAppends appends) {
        try {
            return Optional.of(appends.oldest());
        } catch (JdbcException away) {
            return Optional.empty();
        }
    }

    private static Optional<List<ProjectionStatus>> statuses(QueryGateway queries) {
        return queries.query(new ListProjections(), ResponseTypes.multipleInstancesOf(ProjectionStatus.class))
                .completeOnTimeout(List.of(), PATIENCE_SECONDS, TimeUnit.SECONDS)
                .handle((statuses, failure) -> Optional.ofNullable(statuses))
                .join();
    }
}
