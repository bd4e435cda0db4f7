package io.taskledger.ui.words;

import io.taskledger.messages.Rejection;

/** Somebody else's change came in between, and trying again did not help. */
public record LostRace() implements Rejection {}
