package io.taskledger.messages.history;

/** How a replay goes: an {@code Optional<}{@link ReplayRun}{@code >}. For admins of the instance and the system. */
public record FindReplay(ReplayId replayId) {}
