package io.taskledger.messages;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

import io.taskledger.messages.account.AccountEvent.AccountDeleted;
import io.taskledger.messages.account.AccountEvent.EmailChanged;
import io.taskledger.messages.account.AccountEvent.EmailVerified;
import io.taskledger.messages.account.AccountEvent.InstanceAdminGranted;
import io.taskledger.messages.account.AccountEvent.NotificationRead;
import io.taskledger.messages.account.AccountEvent.NotificationsRead;
import io.taskledger.messages.account.AccountEvent.PasswordChanged;
import io.taskledger.messages.account.AccountEvent.PictureSet;
import io.taskledger.messages.account.AccountEvent.PreferencesChanged;
import io.taskledger.messages.account.AccountEvent.ProfileEdited;
import io.taskledger.messages.account.AccountEvent.SessionEnded;
import io.taskledger.messages.account.AccountEvent.SessionStarted;
import io.taskledger.messages.account.AccountEvent.TagColoured;
import io.taskledger.messages.account.AccountEvent.UserRegistered;
import io.taskledger.messages.account.AccountEvent.WorkspaceJoined;
import io.taskledger.messages.account.AccountEvent.WorkspaceLeft;
import io.taskledger.messages.account.MailKind;
import io.taskledger.messages.account.Preferences;
import io.taskledger.messages.account.QuietHours;

import static io.taskledger.messages.Examples.ANN;
import static io.taskledger.messages.Examples.SHA_256;
import static io.taskledger.messages.Examples.TEAM;

/** One example of each event of an account. */
final class AccountExamples {

    private static final SessionId SESSION = new SessionId("session-01JZ0000000000000000000003");

    private AccountExamples() {}

    static Stream<Record> all() {
        return Stream.of(
                new UserRegistered(ANN, "ann", "ann@example.org"),
                new SessionStarted(ANN, SESSION, Via.COMMAND_LINE, Instant.parse("2026-03-15T08:00:00.123456Z")),
                new SessionEnded(ANN, SESSION),
                new InstanceAdminGranted(ANN),
                new EmailVerified(ANN, "ann@example.org"),
                new EmailChanged(ANN, new Changed<>("ann@example.org", "ann@example.com")),
                new PasswordChanged(ANN),
                new WorkspaceJoined(ANN, TEAM),
                new WorkspaceLeft(ANN, TEAM),
                new AccountDeleted(ANN),
                new ProfileEdited(
                        ANN,
                        new Changed<>(null, "Ann Ôrchard"),
                        new Changed<>("Europe/Vienna", null),
                        new Changed<>("de", "en")),
                new PictureSet(ANN, new Changed<>(null, SHA_256)),
                new PreferencesChanged(
                        ANN,
                        new Changed<>(
                                Preferences.atFirst(),
                                new Preferences(
                                        false,
                                        List.of(MailKind.MENTIONED),
                                        new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 30))))),
                new NotificationRead(ANN, 41),
                new NotificationsRead(ANN, 42),
                new TagColoured(ANN, "garden", new Changed<>(null, 3)));
    }
}
