package io.taskledger.messages.once;

/**
 * Keeps how a request of the actor was answered, for as long as its key is remembered.
 *
 * @param rendered whatever its edge needs to give the same answer again
 */
public record KeepAnswer(String key, String rendered) {}
