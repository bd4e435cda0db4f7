package io.taskledger.rest.status;

/** Tells whether the database answers. Given by the application. */
@FunctionalInterface
public interface Heartbeat {

    /** False, never an exception, where it does not. */
    boolean databaseAnswers();
}
