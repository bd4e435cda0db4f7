package io.taskledger.ui.parts;

/** A screen that says itself what stands above it, since no place of the side navigation leads there. */
public interface Headed {

    /** In the reader's language. */
    String heading();
}
