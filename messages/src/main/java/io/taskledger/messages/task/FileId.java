package io.taskledger.messages.task;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a file, and with it the task whose stream it is in. Text: {@code file-}, the task's ULID, a dash and a ULID. */
public record FileId(@JsonValue String text) {

    private static final PartKind KIND = new PartKind("file");

    public FileId {
        KIND.require(text);
    }

    /** A new id that sorts after those made before it for the same task. */
    public static FileId next(TaskId taskId) {
        return new FileId(KIND.nextText(taskId));
    }

    /** Empty where the text is no file's id. */
    public static Optional<FileId> parse(String text) {
        return KIND.matches(text) ? Optional.of(new FileId(text)) : Optional.empty();
    }

    public TaskId taskId() {
        return KIND.taskId(text);
    }

    @JsonCreator
    static FileId stored(String text) {
        return new FileId(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
