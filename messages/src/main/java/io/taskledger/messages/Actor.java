package io.taskledger.messages;

/**
 * Who is acting, and through what.
 *
 * @param userId the account on whose behalf a message is sent
 */
public record Actor(UserId userId, Via via) {}
