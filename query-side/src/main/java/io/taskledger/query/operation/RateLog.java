package io.taskledger.query.operation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.Tokens;
import io.taskledger.query.projection.Versions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** How fast each live version went in each of the last ten-second spans, as this node saw its token move. */
public final class RateLog {

    private static final Logger log = LoggerFactory.getLogger(RateLog.class);
    static final Duration SPAN = Duration.ofSeconds(10);
    private static final int SPANS = 30;

    private final Versions versions;
    private final Tokens tokens;
    private final Map<String, List<Long>> positions = new ConcurrentHashMap<>();

    public RateLog(Versions versions, Tokens tokens) {
        this.versions = versions;
        this.tokens = tokens;
    }

    public void start(ScheduledExecutorService clock) {
        var _ = clock.scheduleAtFixedRate(this::sample, 0, SPAN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Events per second in each span, oldest first; empty after a start. */
    List<Double> rates(String projection) {
        var seen = positions.getOrDefault(projection, List.of());
        var rates = new ArrayList<Double>();
        for (int index = 1; index < seen.size(); index++) {
            // A swap may go to a version that is further on, never back; a rollback neither.
            rates.add(Math.max(0, seen.get(index) - seen.get(index - 1)) / (double) SPAN.toSeconds());
        }
        return rates;
    }

    private void sample() {
        try {
            for (var projection : Projection.all()) {
                versions.live(projection.name())
                        .ifPresent(live ->
                                positions.merge(projection.name(), List.of(tokens.position(live)), RateLog::appended));
            }
        } catch (DataAccessException | TransactionException away) {
            log.debug("No rate is known without the database", away);
        }
    }

    private static List<Long> appended(List<Long> before, List<Long> now) {
        var all = new ArrayList<>(before);
        all.addAll(now);
        return List.copyOf(all.subList(Math.max(0, all.size() - SPANS - 1), all.size()));
    }
}
