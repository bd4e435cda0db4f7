package io.taskledger.ui.past;

import java.util.Optional;

/** A screen that can go back in time. */
public interface Travelling {

    /** The moment that is shown; empty for now. */
    Optional<Then> then();

    void goBack();

    void backToNow();
}
