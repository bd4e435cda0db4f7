package io.taskledger.automation.mail;

import java.time.Instant;
import java.util.List;

import io.taskledger.messages.UserId;

/**
 * A mail in the outbox, before anybody knows its words.
 *
 * @param id {@code mail-} and a ULID
 * @param attempts how often it was tried in vain
 * @param reasons at least one, oldest first
 */
record Letter(String id, UserId recipient, LetterKind kind, Instant filedAt, int attempts, List<Reason> reasons) {
    Letter {
        reasons = List.copyOf(reasons);
    }
}
