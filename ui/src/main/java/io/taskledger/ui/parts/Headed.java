package io.taskledger.ui.parts;

/** A screen that knows its own heading, where its address alone does not tell it. */
public interface Headed {

    String heading();
}
