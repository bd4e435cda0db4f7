package io.taskledger.automation.content;

/** Whether the book of references is kept by this node, and tells of every event that is in the ledger by now. */
@FunctionalInterface
public interface BookIsComplete {

    boolean now();
}
