package io.taskledger.rest.admin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.projection.ProjectionStatus;
import io.taskledger.rest.WireInstant;
import org.jspecify.annotations.Nullable;

/**
 * How a projection stands, on the wire.
 *
 * @param mode {@code live}, {@code replaying} or {@code stalled}
 * @param liveVersion 0 while the first one is being filled
 * @param lagSeconds since the first event was recorded that is not reflected
 * @param recentRates events per second in each ten seconds of the last five minutes, oldest first
 * @param node null where nobody feeds it just now
 * @param lastError null where the last attempt went well
 * @param rebuild null where none is going on or held; without its differences
 */
@JsonPropertyOrder({
    "name",
    "mode",
    "live_version",
    "live_since",
    "position",
    "head",
    "lag_events",
    "lag_seconds",
    "events_per_second",
    "recent_rates",
    "node",
    "last_error",
    "dead_letters",
    "can_roll_back",
    "versions",
    "rebuild"
})
public record ProjectionAnswer(
        String name,
        String mode,
        @JsonProperty("live_version") int liveVersion,
        @Nullable @JsonProperty("live_since") @WireInstant Instant liveSince,
        long position,
        long head,
        @JsonProperty("lag_events") long lagEvents,
        @JsonProperty("lag_seconds") double lagSeconds,
        @JsonProperty("events_per_second") double eventsPerSecond,
        @JsonProperty("recent_rates") List<Double> recentRates,
        @Nullable String node,
        @Nullable @JsonProperty("last_error") String lastError,
        @JsonProperty("dead_letters") long deadLetters,
        @JsonProperty("can_roll_back") boolean canRollBack,
        List<Version> versions,
        @Nullable RebuildAnswer rebuild) {

    public static ProjectionAnswer of(ProjectionStatus status) {
        return new ProjectionAnswer(
                status.projection().name(),
                status.mode().name().toLowerCase(Locale.ROOT),
                status.liveVersion(),
                status.liveSince().orElse(null),
                status.position(),
                status.head(),
                status.lagEvents(),
                Seconds.of(status.lag()),
                status.eventsPerSecond(),
                status.recentRates(),
                status.node().orElse(null),
                status.lastError().orElse(null),
                status.deadLetters(),
                status.canRollBack(),
                status.versions().stream().map(Version::of).toList(),
                status.rebuild().map(RebuildAnswer::of).orElse(null));
    }

    /**
     * @param before live before the present one: a roll-back leads to it
     * @param position of the last event that it reflects
     */
    @Schema(name = "ProjectionVersion")
    @JsonPropertyOrder({"number", "live", "before", "position", "made_at"})
    public record Version(
            int number,
            boolean live,
            boolean before,
            long position,
            @JsonProperty("made_at") @WireInstant Instant madeAt) {

        static Version of(ProjectionStatus.Version version) {
            return new Version(
                    version.number(), version.live(), version.before(), version.position(), version.madeAt());
        }
    }
}
