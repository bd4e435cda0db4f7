package io.taskledger.messages.notification;

/** Somebody's open screen should ask again what they are to be told: the read models reflect the event at this position. */
public record InboxTouched(long position) {}
