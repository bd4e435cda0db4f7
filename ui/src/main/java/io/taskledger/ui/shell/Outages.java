package io.taskledger.ui.shell;

/** Tells what is no fault of the product, so that people are told so. Given by the application. */
public interface Outages {

    /** Whether it lies with the database at the moment, so that the same may succeed a little later. */
    boolean isPassing(Throwable fault);

    /** Whether nothing more can be written until an operator makes room. */
    boolean isOutOfRoom(Throwable fault);

    /** Name of the sentence, in the bundle of words, for somebody whose doing ended so. */
    default String words(Throwable fault) {
        if (isOutOfRoom(fault)) {
            return "error.no-room";
        }
        return isPassing(fault) ? "error.away" : "error.unforeseen";
    }
}
