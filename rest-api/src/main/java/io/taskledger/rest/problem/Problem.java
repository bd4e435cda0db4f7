package io.taskledger.rest.problem;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taskledger.messages.task.TaskRejection.Winner;
import io.taskledger.rest.input.InputProblem;
import io.taskledger.security.limit.RateLimited;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457), with the members that clients of the contract know beside the standard's.
 *
 * @param detail what went wrong, for the person in front of the client; always a text
 * @param instance the path that was asked for
 * @param error the same as the title, but of limits the same as the detail
 * @param message the same as the detail
 * @param field the one field that is the reason
 * @param requestId under which the log has more
 * @param errors what is wrong with the input; empty for other problems
 * @param tag the tag that the task lacks, or all of them
 * @param conflicts the fields that somebody else changed first
 * @param current what {@code If-Match} should have named, as it is now; where nothing could be undone, why of each task
 * @param retryAfter seconds after which asking again is right; the same as {@code Retry-After}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "type",
    "title",
    "status",
    "detail",
    "instance",
    "error",
    "message",
    "field",
    "task_id",
    "request_id",
    "retry_after",
    "tag",
    "errors",
    "conflicts",
    "current"
})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        String error,
        String message,
        @Nullable String field,
        @Nullable @JsonProperty("task_id") String taskId,
        @Nullable @JsonProperty("request_id") String requestId,
        List<InputProblem> errors,
        @Nullable String tag,
        List<Conflict> conflicts,
        @Nullable @JsonProperty("retry_after") Long retryAfter,

        @Schema(
                types = "object",
                description =
                        "What it is now, where If-Match demands another version; what became of each task, where none was undone")
        @Nullable
        Object current) {

    public static Problem of(ProblemType type, String detail) {
        return new ProblemDraft(type, detail).made();
    }

    /** @param taskId as the client wrote it, so that a malformed id and an unknown one get the same answer */
    public static Problem taskNotFound(String taskId) {
        return of(ProblemType.TASK_NOT_FOUND, "Task with ID " + taskId + " not found")
                .with(draft -> draft.taskId = taskId);
    }

    /** @param version as the client wrote it */
    public static Problem versionNotFound(String taskId, Object version) {
        return of(ProblemType.TASK_NOT_FOUND, "Version " + version + " of task " + taskId + " not found")
                .with(draft -> draft.taskId = taskId);
    }

    /** @param tag as the client wrote it */
    static Problem tagNotFound(String taskId, String tag) {
        return of(ProblemType.TAG_NOT_FOUND, "Tag '" + tag + "' not found on task " + taskId)
                .with(draft -> {
                    draft.taskId = taskId;
                    draft.tag = tag;
                });
    }

    /** @param tag as the client wrote it, which none of their tasks has */
    public static Problem tagNotFound(String tag) {
        return of(ProblemType.TAG_NOT_FOUND, "Tag '" + tag + "' not found").with(draft -> draft.tag = tag);
    }

    /** @param winners at least one */
    static Problem editedMeanwhile(List<Winner> winners) {
        var fields = winners.stream().map(Winner::field).collect(Collectors.joining(", "));
        return of(ProblemType.CONFLICT, "Somebody else changed meanwhile: " + fields)
                .with(draft ->
                        draft.conflicts = winners.stream().map(Conflict::of).toList());
    }

    /** @param errors at least one */
    public static Problem invalid(List<InputProblem> errors) {
        var first = errors.getFirst();
        return of(ProblemType.INVALID_INPUT, place(first.loc()) + ": " + first.msg())
                .with(draft -> draft.errors = List.copyOf(errors));
    }

    /** Field names and indexes; of a body without fields, its own. */
    private static String place(List<Object> loc) {
        var named = loc.size() > 1 && loc.get(1) instanceof String;
        return loc.stream().skip(named ? 1 : 0).map(String::valueOf).collect(Collectors.joining("."));
    }

    /** {@code error} is what clients of the contract look for. */
    public static Problem limited(RateLimited limited) {
        return of(ProblemType.RATE_LIMITED, "Rate limit exceeded: " + limited.allowance())
                .with(draft -> {
                    draft.error = draft.detail;
                    // Rounded up: a moment too early would be refused again.
                    draft.retryAfter =
                            limited.retryAfter().plusNanos(999_999_999).toSeconds();
                });
    }

    /** Of what somebody does for long: there is room again once they have ended one. */
    public static Problem tooManyAtOnce(int most) {
        return of(ProblemType.RATE_LIMITED, "No more than " + most + " at once").with(draft -> {
            draft.error = draft.detail;
            draft.retryAfter = 1L;
        });
    }

    public Problem aboutField(String name) {
        return with(draft -> draft.field = name);
    }

    /** @param asItIs written as JSON */
    public Problem showing(Object asItIs) {
        return with(draft -> draft.current = asItIs);
    }

    Problem at(String path) {
        return with(draft -> draft.instance = path);
    }

    Problem loggedAs(String id) {
        return with(draft -> draft.requestId = id);
    }

    private Problem with(Consumer<ProblemDraft> change) {
        var draft = new ProblemDraft(this);
        change.accept(draft);
        return draft.made();
    }
}
