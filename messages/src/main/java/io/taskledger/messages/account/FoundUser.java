package io.taskledger.messages.account;

import io.taskledger.messages.UserId;

/** Somebody, as everybody who is signed in may know them. */
public record FoundUser(UserId userId, String username) {}
