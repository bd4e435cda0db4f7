package io.taskledger.rest.admin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.projection.Difference;
import io.taskledger.messages.projection.RebuildReport;
import io.taskledger.rest.WireInstant;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild or check while it goes on, and what is left of it, on the wire.
 *
 * @param state {@code waiting}, {@code folding}, {@code indexing}, {@code catching_up}, {@code verifying}, {@code held},
 *     {@code swapped}, {@code verified}, {@code failed} or {@code cancelled}
 * @param clean whether it ended well and nothing differed
 * @param secondsLeft null where nobody can tell
 * @param differenceCount all of them; {@code differences} are the first {@value RebuildReport#MOST_DIFFERENCES}
 */
@JsonPropertyOrder({
    "id",
    "projection",
    "afterwards",
    "state",
    "paused",
    "clean",
    "version",
    "node",
    "attempt",
    "asked_at",
    "asked_by",
    "ended_at",
    "events_done",
    "events_total",
    "events_per_second",
    "seconds_left",
    "rows",
    "difference_count",
    "explained_count",
    "differences",
    "failure",
    "regardless"
})
public record RebuildAnswer(
        String id,
        String projection,
        String afterwards,
        String state,
        boolean paused,
        boolean clean,
        int version,
        @Nullable String node,
        int attempt,
        @JsonProperty("asked_at") @WireInstant Instant askedAt,
        @Nullable @JsonProperty("asked_by") String askedBy,
        @Nullable @JsonProperty("ended_at") @WireInstant Instant endedAt,
        @JsonProperty("events_done") long eventsDone,
        @JsonProperty("events_total") long eventsTotal,
        @JsonProperty("events_per_second") double eventsPerSecond,
        @Nullable @JsonProperty("seconds_left") Double secondsLeft,
        long rows,
        @JsonProperty("difference_count") long differenceCount,
        @JsonProperty("explained_count") long explainedCount,
        List<DifferenceAnswer> differences,
        @Nullable String failure,
        @Nullable String regardless) {

    public static RebuildAnswer of(RebuildReport report) {
        return new RebuildAnswer(
                report.rebuildId().text(),
                report.projection().name(),
                report.afterwards().text(),
                report.state().name().toLowerCase(Locale.ROOT),
                report.paused(),
                report.clean(),
                report.version(),
                report.node().orElse(null),
                report.attempt(),
                report.askedAt(),
                report.askedBy().orElse(null),
                report.endedAt().orElse(null),
                report.eventsDone(),
                report.eventsTotal(),
                report.eventsPerSecond(),
                report.timeLeft().map(Seconds::of).orElse(null),
                report.rows(),
                report.differenceCount(),
                report.explainedCount(),
                report.differences().stream().map(DifferenceAnswer::of).toList(),
                report.failure().orElse(null),
                report.regardless().orElse(null));
    }

    /**
     * @param kind {@code live_differs}, {@code rebuilt_differs} or {@code not_deterministic}
     * @param field {@code *} where the whole row is on one side only
     * @param cause the event that touched the field last; null where none did
     */
    @JsonPropertyOrder({"kind", "table", "key", "field", "live", "rebuilt", "cause"})
    public record DifferenceAnswer(
            String kind,
            String table,
            String key,
            String field,
            @Nullable String live,
            @Nullable String rebuilt,
            @Nullable Cause cause) {

        static DifferenceAnswer of(Difference difference) {
            return new DifferenceAnswer(
                    difference.kind().name().toLowerCase(Locale.ROOT),
                    difference.table(),
                    difference.key(),
                    difference.field(),
                    difference.live(),
                    difference.rebuilt(),
                    difference
                            .cause()
                            .map(event -> new Cause(event.position(), event.type()))
                            .orElse(null));
        }
    }

    /** An event of the ledger. */
    @Schema(name = "CausingEvent")
    @JsonPropertyOrder({"position", "type"})
    public record Cause(long position, String type) {}
}
