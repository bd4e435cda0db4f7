package io.taskledger.messages.account;

/**
 * One of a person's tags got another colour: to be asked for again.
 *
 * @param position of the ledger where it did
 */
public record TagsColoured(long position) {}
