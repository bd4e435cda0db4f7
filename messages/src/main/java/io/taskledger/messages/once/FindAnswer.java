package io.taskledger.messages.once;

/** How the actor's request under this key was answered: an {@code Optional<}{@link FirstAnswer}{@code >}. */
public record FindAnswer(String key) {}
