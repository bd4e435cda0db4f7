package io.taskledger.rest.admin;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.history.LedgerReplay;
import io.taskledger.messages.history.ReplayRun;
import io.taskledger.rest.admin.RebuildAnswer.DifferenceAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A replay while it goes on, and what came of it, on the wire.
 *
 * @param state {@code waiting}, {@code replaying}, {@code ended} or {@code failed}
 * @param report null until it has ended
 * @param failure null where nothing is wrong
 */
@JsonPropertyOrder({"id", "state", "events_done", "events_total", "report", "failure"})
public record ReplayAnswer(
        String id,
        String state,
        @JsonProperty("events_done") long eventsDone,
        @JsonProperty("events_total") long eventsTotal,
        @Nullable Report report,
        @Nullable String failure) {

    static ReplayAnswer of(ReplayRun run) {
        return new ReplayAnswer(
                run.replayId().text(),
                run.state().name().toLowerCase(Locale.ROOT),
                run.eventsDone(),
                run.eventsTotal(),
                run.report().map(Report::of).orElse(null),
                run.failure().orElse(null));
    }

    /**
     * @param clean whether nothing is wrong with the ledger, and nothing that is live differs from it
     * @param digest SHA-256 over the stored events in their order
     * @param faults the first ones
     */
    @Schema(name = "ReplayReport")
    @JsonPropertyOrder({"clean", "up_to", "events", "streams", "digest", "fault_count", "faults", "projections"})
    public record Report(
            boolean clean,
            @JsonProperty("up_to") long upTo,
            long events,
            long streams,
            String digest,
            @JsonProperty("fault_count") long faultCount,
            List<Fault> faults,
            List<Replayed> projections) {

        public static Report of(LedgerReplay replay) {
            return new Report(
                    replay.clean(),
                    replay.upTo(),
                    replay.events(),
                    replay.streams(),
                    replay.sha256(),
                    replay.faultCount(),
                    replay.faults().stream()
                            .map(one -> new Fault(one.position(), one.stream().orElse(null), one.what()))
                            .toList(),
                    replay.projections().stream().map(Replayed::of).toList());
        }
    }

    /** An event that is not as it has to be. */
    @Schema(name = "LedgerFault")
    @JsonPropertyOrder({"position", "stream", "what"})
    public record Fault(long position, @Nullable String stream, String what) {}

    /**
     * @param compared whether there was something live to compare with, at the same position
     * @param explained streams that differ since an event of theirs waits in the dead letters
     */
    @Schema(name = "ReplayedProjection")
    @JsonPropertyOrder({
        "name",
        "clean",
        "position",
        "events",
        "rows",
        "digest",
        "compared",
        "unhandled",
        "explained",
        "difference_count",
        "differences",
        "failure"
    })
    public record Replayed(
            String name,
            boolean clean,
            long position,
            long events,
            long rows,
            String digest,
            boolean compared,
            long unhandled,
            long explained,
            @JsonProperty("difference_count") long differenceCount,
            List<DifferenceAnswer> differences,
            @Nullable String failure) {

        static Replayed of(LedgerReplay.Replayed one) {
            return new Replayed(
                    one.projection().name(),
                    one.clean(),
                    one.position(),
                    one.events(),
                    one.rows(),
                    one.sha256(),
                    one.compared(),
                    one.unhandled(),
                    one.explained(),
                    one.differenceCount(),
                    one.differences().stream().map(DifferenceAnswer::of).toList(),
                    one.failure().orElse(null));
        }
    }
}
