package io.taskledger.messages.task;

import io.taskledger.messages.IdKind;

/** What the ids of a task's parts are made of: such an id finds the task's stream without being looked up. */
final class PartKind {

    private static final IdKind TASK = new IdKind("task");
    private static final int ULID_LENGTH = 26;

    private final IdKind first;
    private final int taskEnd;

    PartKind(String kind) {
        this.first = new IdKind(kind);
        this.taskEnd = kind.length() + 1 + ULID_LENGTH;
    }

    boolean matches(String text) {
        return text.length() == taskEnd + 1 + ULID_LENGTH
                && first.matches(text.substring(0, taskEnd))
                && TASK.matches("task" + text.substring(taskEnd));
    }

    String nextText(TaskId taskId) {
        return first.sharing(taskId.text()) + TASK.nextText().substring("task".length());
    }

    TaskId taskId(String text) {
        return new TaskId(TASK.sharing(text.substring(0, taskEnd)));
    }

    /** @throws IllegalArgumentException where the text is of another form: edges parse before they construct */
    void require(String text) {
        if (!matches(text)) {
            throw new IllegalArgumentException("not an id of a part of a task");
        }
    }
}
