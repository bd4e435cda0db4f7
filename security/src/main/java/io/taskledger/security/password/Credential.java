package io.taskledger.security.password;

import io.taskledger.messages.UserId;

/**
 * What proves an account.
 *
 * @param username as the person writes it
 */
public record Credential(UserId userId, String username, String passwordHash) {

    /** Without the hash: no log line may hold it. */
    @Override
    public String toString() {
        return "Credential[userId=" + userId + "]";
    }
}
