package io.taskledger.messages.task;

/** How much who asks may do with a task, each including what those before may. */
public enum TaskLevel {
    /** Sees it, comments on it, is reminded of it. */
    VIEW,
    /** Changes what it says, whether it is done, who does it, and its files. */
    EDIT,
    /** Puts it elsewhere in its workspace. */
    PLACE,
    /** Deletes and shares it, and takes it into another workspace. */
    ALL;

    public boolean includes(TaskLevel other) {
        return compareTo(other) >= 0;
    }

    public TaskLevel or(TaskLevel other) {
        return includes(other) ? this : other;
    }
}
