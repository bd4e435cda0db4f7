package io.taskledger.ui.past;

/** A screen that can go back in time. */
public interface Travelling {

    boolean inThePast();

    void goBack();

    void backToNow();
}
