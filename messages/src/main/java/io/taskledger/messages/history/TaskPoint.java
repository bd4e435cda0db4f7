package io.taskledger.messages.history;

/** Which version of a task is meant. */
public sealed interface TaskPoint {

    /** @param number its event's in the task's stream, from 0 */
    record Version(long number) implements TaskPoint {}

    /** The one that holds. */
    record Latest() implements TaskPoint {}

    /** The one that held then. */
    record At(PastMoment moment) implements TaskPoint {}
}
