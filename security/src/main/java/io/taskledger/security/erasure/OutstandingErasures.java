package io.taskledger.security.erasure;

/** Of whom something is still to be erased, since the product may have stopped in the middle of it. */
public interface OutstandingErasures {

    /** Erases whose keys are still to go, and purges what they left. What does not work now is done later. */
    void carryOut();

    /** How many people were erased ever. */
    long count();
}
