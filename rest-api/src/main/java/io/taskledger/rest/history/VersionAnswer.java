package io.taskledger.rest.history;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.taskledger.messages.Page;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.rest.WireInstant;
import io.taskledger.rest.task.TaskAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A task as one event left it.
 *
 * @param event what happened, such as {@code task.completed}
 * @param name that somebody gave it; null where it has none
 * @param until when the next version began; null for the latest
 * @param userId who did it; null where the system acted
 * @param task as it was
 */
@JsonPropertyOrder({
    "version",
    "event",
    "name",
    "position",
    "happened_at",
    "recorded_at",
    "until",
    "user_id",
    "username",
    "via",
    "action_id",
    "task"
})
record VersionAnswer(
        long version,
        String event,
        @Nullable String name,
        long position,
        @JsonProperty("happened_at") @WireInstant Instant happenedAt,
        @JsonProperty("recorded_at") @WireInstant Instant recordedAt,
        @Nullable @WireInstant Instant until,
        @Nullable @JsonProperty("user_id") String userId,
        @Nullable String username,
        @Nullable String via,
        @Nullable @JsonProperty("action_id") String actionId,
        TaskAnswer task) {

    static VersionAnswer of(TaskVersion version) {
        return new VersionAnswer(
                version.task().version(),
                version.event(),
                version.name(),
                version.position(),
                version.happenedAt(),
                version.recordedAt(),
                version.until(),
                text(version.actor()),
                version.actorName(),
                stored(version.via()),
                version.actionId(),
                TaskAnswer.of(version.task()));
    }

    private static @Nullable String text(@Nullable UserId person) {
        return person == null ? null : person.text();
    }

    private static @Nullable String stored(@Nullable Via via) {
        return via == null ? null : via.stored();
    }

    /** One page of a task's versions. */
    @JsonPropertyOrder({"versions", "total", "page", "pages"})
    record VersionPage(List<VersionAnswer> versions, long total, int page, long pages) {
        static VersionPage of(Page<TaskVersion> page) {
            return new VersionPage(
                    page.items().stream().map(VersionAnswer::of).toList(), page.total(), page.number(), page.pages());
        }
    }
}
