package io.taskledger.messages.account;

import java.time.Instant;

import io.taskledger.messages.HoldsPersonalData;
import io.taskledger.messages.Personal;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.StoredAs;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;

/** What happened to an account. */
public sealed interface AccountEvent {

    UserId userId();

    @StoredAs("account.registered")
    record UserRegistered(
            UserId userId,
            @Personal String username,
            @Personal String email) implements AccountEvent, HoldsPersonalData {
        @Override
        public SubjectId subject() {
            return SubjectId.of(userId);
        }
    }

    @StoredAs("account.session-started")
    record SessionStarted(UserId userId, SessionId sessionId, Via via, Instant until) implements AccountEvent {}

    @StoredAs("account.session-ended")
    record SessionEnded(UserId userId, SessionId sessionId) implements AccountEvent {}

    @StoredAs("account.instance-admin-granted")
    record InstanceAdminGranted(UserId userId) implements AccountEvent {}
}
