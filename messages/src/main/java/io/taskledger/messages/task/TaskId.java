package io.taskledger.messages.task;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.taskledger.messages.IdKind;

/** Names a task, and its stream in the ledger. Text: {@code task-} and a ULID. */
public record TaskId(@JsonValue String text) {

    private static final IdKind KIND = new IdKind("task");

    public TaskId {
        KIND.require(text);
    }

    /** A new id that sorts after those made before it. */
    public static TaskId next() {
        return new TaskId(KIND.nextText());
    }

    /**
     * The id of what an import reads from elsewhere: the same source gives the same id, so that a second import finds
     * what the first made.
     *
     * @param millis when the source says that it was made, in milliseconds since 1970 (48 bits are kept)
     * @param source what makes the id unique, such as the owner, the format and the id there
     */
    public static TaskId derived(long millis, String source) {
        return new TaskId(KIND.derivedText(millis, source));
    }

    /** Empty where the text is no task's id. */
    public static Optional<TaskId> parse(String text) {
        return KIND.matches(text) ? Optional.of(new TaskId(text)) : Optional.empty();
    }

    @JsonCreator
    static TaskId stored(String text) {
        return new TaskId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
