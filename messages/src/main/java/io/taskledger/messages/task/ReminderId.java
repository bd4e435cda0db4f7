package io.taskledger.messages.task;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a reminder, and with it the task whose stream it is in. Text: {@code reminder-}, the task's ULID, a dash and a ULID. */
public record ReminderId(@JsonValue String text) {

    private static final PartKind KIND = new PartKind("reminder");

    public ReminderId {
        KIND.require(text);
    }

    /** A new id that sorts after those made before it for the same task. */
    public static ReminderId next(TaskId taskId) {
        return new ReminderId(KIND.nextText(taskId));
    }

    /** Empty where the text is no reminder's id. */
    public static Optional<ReminderId> parse(String text) {
        return KIND.matches(text) ? Optional.of(new ReminderId(text)) : Optional.empty();
    }

    public TaskId taskId() {
        return KIND.taskId(text);
    }

    @JsonCreator
    static ReminderId stored(String text) {
        return new ReminderId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
