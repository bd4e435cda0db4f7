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
            gauge(projection, "lag.events", ProjectionStatus::lagEvents)
                    .description("Events that its rows do not show yet")
                    .register(registry);
            gauge(projection, "lag", status -> status.lag().toNanos() / 1e9)
                    .description("Age of the oldest of those")
                    .baseUnit("seconds")
                    .register(registry);
            gauge(projection, "dead.letters", ProjectionStatus::deadLetters)
                    .description("Events that could not be handled, and those behind them")
                    .register(registry);
            gauge(projection, "position", ProjectionStatus::position)
                    .description("Position of the last event that its rows show")
                    .register(registry);
        }
    }

    private Gauge.Builder<LedgerGauges> gauge(
            Projection projection, String name, ToDoubleFunction<ProjectionStatus> value) {
        return Gauge.builder("taskledger.projection." + name, this, gauges -> gauges.of(projection.name(), value))
                .tag("projection", projection.name());
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
