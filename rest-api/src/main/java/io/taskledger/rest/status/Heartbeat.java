package io.taskledger.rest.status;

/** Tells how the database is. Given by the application. */
public interface Heartbeat {

    /** False, never an exception, where it does not. */
    boolean databaseAnswers();

    /** Whether a fault lies with the database at the moment, so that the same may succeed a little later. */
    boolean isPassing(Throwable fault);

    /** Whether a fault is that nothing more can be written. */
    boolean isOutOfRoom(Throwable fault);
}
