package io.taskledger.rest.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.taskledger.messages.task.TaskRejection.Winner;
import org.jspecify.annotations.Nullable;

/**
 * A field that somebody else changed first.
 *
 * @param value as it is now; null where it is empty
 * @param userId who changed it; null where the system did
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Conflict(
        String field,
        @Nullable Object value,
        @Nullable @JsonProperty("user_id") String userId) {

    static Conflict of(Winner winner) {
        return new Conflict(
                winner.field(),
                winner.value(),
                winner.who() == null ? null : winner.who().text());
    }
}
