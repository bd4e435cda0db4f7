package io.taskledger.messages.task;

/** In which order; ties are settled by the id, so that every order is total. */
public record TaskSort(Field by, boolean descending) {

    /** What can be sorted by. */
    public enum Field {
        CREATED_AT,
        TITLE,
        /** By importance, low first. */
        PRIORITY,
        /** As text: high, low, medium. Programs that were written for the contract expect it. */
        PRIORITY_NAME,
        COMPLETED,
        /** Tasks without a due date come after those with one. */
        DUE_DATE,
        /** As a list's tasks stand. */
        PLACE,
        ID
    }

    public static TaskSort by(Field field) {
        return new TaskSort(field, false);
    }

    public TaskSort reversed() {
        return new TaskSort(by, !descending);
    }
}
