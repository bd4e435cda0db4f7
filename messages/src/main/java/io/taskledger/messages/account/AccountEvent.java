package io.taskledger.messages.account;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.taskledger.messages.Changed;
import io.taskledger.messages.HoldsPersonalData;
import io.taskledger.messages.Personal;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.StoredAs;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

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

    /** @param email the address that mail reaches the person at */
    @StoredAs("account.email-verified")
    record EmailVerified(UserId userId, @Personal String email) implements AccountEvent, HoldsPersonalData {
        @Override
        public SubjectId subject() {
            return SubjectId.of(userId);
        }
    }

    /** The new one is not verified. */
    @StoredAs("account.email-changed")
    record EmailChanged(UserId userId, @Personal Changed<String> email) implements AccountEvent, HoldsPersonalData {
        @Override
        public SubjectId subject() {
            return SubjectId.of(userId);
        }
    }

    @StoredAs("account.password-changed")
    record PasswordChanged(UserId userId) implements AccountEvent {}

    /** The account became a member of a team's workspace: so it knows what it has to leave when it is deleted. */
    @StoredAs("account.workspace-joined")
    record WorkspaceJoined(UserId userId, WorkspaceId workspaceId) implements AccountEvent {}

    @StoredAs("account.workspace-left")
    record WorkspaceLeft(UserId userId, WorkspaceId workspaceId) implements AccountEvent {}

    @StoredAs("account.deleted")
    record AccountDeleted(UserId userId) implements AccountEvent {}

    /** Each changed field with its old and its new value, the others null. */
    @StoredAs("account.profile-edited")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProfileEdited(
            UserId userId,
            @Personal @Nullable Changed<@Nullable String> displayName,
            @Nullable Changed<@Nullable String> zone,
            @Nullable Changed<@Nullable String> language)
            implements AccountEvent, HoldsPersonalData {
        @Override
        public SubjectId subject() {
            return SubjectId.of(userId);
        }
    }

    /** @param sha256 digest of the picture, null where there was, or is, none */
    @StoredAs("account.picture-set")
    record PictureSet(UserId userId, Changed<@Nullable String> sha256) implements AccountEvent {}

    @StoredAs("account.preferences-changed")
    record PreferencesChanged(UserId userId, Changed<Preferences> preferences) implements AccountEvent {}

    /** The person has read the notification of the event at this position. */
    @StoredAs("account.notification-read")
    record NotificationRead(UserId userId, long position) implements AccountEvent {}

    /** The person has read all notifications of events up to this position. */
    @StoredAs("account.notifications-read")
    record NotificationsRead(UserId userId, long upTo) implements AccountEvent {}

    @StoredAs("account.tag-coloured")
    record TagColoured(UserId userId, @Personal String tag, Changed<@Nullable Integer> colour)
            implements AccountEvent, HoldsPersonalData {
        @Override
        public SubjectId subject() {
            return SubjectId.of(userId);
        }
    }
}
