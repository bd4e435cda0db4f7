package io.taskledger.command.account;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.taskledger.command.LedgerDatabase;
import io.taskledger.command.Streams;
import io.taskledger.command.workspace.Departures;
import io.taskledger.messages.Changed;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.SetTo;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountCommand;
import io.taskledger.messages.account.AccountCommand.ChangeEmail;
import io.taskledger.messages.account.AccountCommand.DeleteAccount;
import io.taskledger.messages.account.AccountCommand.EndSession;
import io.taskledger.messages.account.AccountCommand.GrantInstanceAdmin;
import io.taskledger.messages.account.AccountCommand.RecordNewPassword;
import io.taskledger.messages.account.AccountCommand.StartSession;
import io.taskledger.messages.account.AccountCommand.VerifyEmail;
import io.taskledger.messages.account.AccountEvent.AccountDeleted;
import io.taskledger.messages.account.AccountEvent.EmailChanged;
import io.taskledger.messages.account.AccountEvent.EmailVerified;
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
import io.taskledger.messages.account.AccountRejection.DemoStays;
import io.taskledger.messages.account.AccountRejection.EmailTaken;
import io.taskledger.messages.account.AccountRejection.GrantedByOperators;
import io.taskledger.messages.account.AccountRejection.NoSuchAccount;
import io.taskledger.messages.account.AccountRejection.OwnAccountOnly;
import io.taskledger.messages.account.InboxCommand.MarkNotificationRead;
import io.taskledger.messages.account.InboxCommand.MarkNotificationsRead;
import io.taskledger.messages.account.MailKind;
import io.taskledger.messages.account.Preferences;
import io.taskledger.messages.account.PreferencesEdit;
import io.taskledger.messages.account.ProfileCommand.ChangePreferences;
import io.taskledger.messages.account.ProfileCommand.ColourTag;
import io.taskledger.messages.account.ProfileCommand.EditProfile;
import io.taskledger.messages.account.ProfileCommand.SetPicture;
import io.taskledger.messages.account.QuietHours;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.taskledger.command.People.ANN;
import static io.taskledger.command.People.BOB;
import static io.taskledger.command.People.by;
import static io.taskledger.command.Refusal.because;
import static org.assertj.core.api.Assertions.assertThat;

/** What people do with their own accounts. */
class OwnAccountTest {

    private static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-03-01T20:00:00Z");
    private static final SessionId DESK = new SessionId("session-01JZ00000000000000000000D1");
    private static final SessionId PHONE = new SessionId("session-01JZ00000000000000000000P1");
    private static final SessionStarted AT_THE_DESK = new SessionStarted(ANN, DESK, Via.BROWSER, EVENING);
    private static final SessionStarted ON_THE_PHONE = new SessionStarted(ANN, PHONE, Via.REST, EVENING);
    private static final EmailVerified VERIFIED = new EmailVerified(ANN, "ann@example.org");
    private static final EmailChanged MOVED =
            new EmailChanged(ANN, new Changed<>("ann@example.org", "ann@example.com"));
    private static final String PICTURE = "0".repeat(64);

    private static LedgerDatabase database;

    private AccountNames names;

    @BeforeAll
    static void open() {
        database = LedgerDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void anew() {
        database.jdbc().sql("delete from ledger.reservation").update();
        names = Names.known(database);
    }

    private TestExecutor<Account> given(Object... events) {
        return of("ann", events);
    }

    private TestExecutor<Account> of(String username, Object... events) {
        var fixture = new AggregateTestFixture<>(Account.class);
        fixture.registerInjectableResource(names);
        fixture.registerInjectableResource((CommonAccounts) "demo"::equals);
        fixture.registerInjectableResource(new Departures(
                new Streams(() -> {
                    throw new AssertionError("nobody here is a member of a team");
                }),
                _ -> Optional.empty()));
        var all = new ArrayList<Object>(List.of(new UserRegistered(ANN, username, "ann@example.org")));
        all.addAll(List.of(events));
        return fixture.givenCurrentTime(MORNING).andGiven(all);
    }

    @Test
    void an_address_is_verified_once_and_only_the_one_it_is() {
        given().when(new VerifyEmail(ANN, "Ann@example.org")).expectEvents(VERIFIED);
        given(VERIFIED).when(new VerifyEmail(ANN, "ann@example.org")).expectNoEvents();
        given(MOVED)
                .when(new VerifyEmail(ANN, "ann@example.org"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        given(VERIFIED, MOVED)
                .when(new VerifyEmail(ANN, "ann@example.com"))
                .expectEvents(new EmailVerified(ANN, "ann@example.com"));
    }

    @Test
    void a_new_address_is_reserved_and_the_old_one_given_back() {
        given().when(new ChangeEmail(ANN, "ann@example.com"), by(ANN)).expectEvents(MOVED);

        assertThat(reserved()).contains("ann@example.com").doesNotContain("ann@example.org");
    }

    @Test
    void an_address_in_another_spelling_stays_reserved() {
        given().when(new ChangeEmail(ANN, "Ann@Example.org"), by(ANN))
                .expectEvents(new EmailChanged(ANN, new Changed<>("ann@example.org", "Ann@Example.org")));
        assertThat(reserved()).contains("ann@example.org");

        given().when(new ChangeEmail(ANN, "ann@example.org"), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anothers_address_is_refused() {
        given().when(new ChangeEmail(ANN, "BOB@example.org"), by(ANN))
                .expectException(because(new EmailTaken("BOB@example.org")))
                .expectNoEvents();
    }

    @Test
    void a_new_password_ends_the_other_sessions() {
        given(AT_THE_DESK, ON_THE_PHONE)
                .when(new RecordNewPassword(ANN, Optional.of(DESK)), by(ANN))
                .expectEvents(new PasswordChanged(ANN), new SessionEnded(ANN, PHONE));
        given(AT_THE_DESK, ON_THE_PHONE)
                .when(new RecordNewPassword(ANN, Optional.empty()))
                .expectEvents(new PasswordChanged(ANN), new SessionEnded(ANN, DESK), new SessionEnded(ANN, PHONE));
    }

    @Test
    void a_deleted_account_has_no_sessions_and_no_names() {
        given(AT_THE_DESK)
                .when(new DeleteAccount(ANN), by(ANN))
                .expectEvents(new SessionEnded(ANN, DESK), new AccountDeleted(ANN));

        assertThat(reserved()).doesNotContain("ann", "ann@example.org");
    }

    @Test
    void a_deleted_account_is_deleted_once_and_takes_nothing_more() {
        given(new AccountDeleted(ANN))
                .when(new DeleteAccount(ANN), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        given(new AccountDeleted(ANN))
                .when(new EndSession(ANN, DESK))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        given(new AccountDeleted(ANN))
                .when(new StartSession(ANN, DESK, Via.REST, EVENING))
                .expectException(because(new NoSuchAccount(ANN)))
                .expectNoEvents();
    }

    @Test
    void the_demo_account_stays_as_it_is() {
        var refusal = because(new DemoStays());

        of("demo").when(new DeleteAccount(ANN), by(ANN)).expectException(refusal);
        of("demo").when(new RecordNewPassword(ANN, Optional.empty()), by(ANN)).expectException(refusal);
        of("demo").when(new ChangeEmail(ANN, "me@example.com"), by(ANN)).expectException(refusal);
    }

    @Test
    void an_account_is_nobody_elses_and_grants_itself_nothing() {
        for (var command : List.<AccountCommand>of(
                new DeleteAccount(ANN),
                new ChangeEmail(ANN, "bob@example.com"),
                new RecordNewPassword(ANN, Optional.empty()),
                new SetPicture(ANN, PICTURE))) {
            given().when(command, by(BOB))
                    .expectException(because(new OwnAccountOnly(ANN)))
                    .expectNoEvents();
        }
        given().when(new GrantInstanceAdmin(ANN), by(ANN)).expectException(because(new GrantedByOperators(ANN)));
    }

    @Test
    void a_profile_is_edited_by_field_and_what_is_so_already_is_no_edit() {
        var edited = new ProfileEdited(
                ANN, new Changed<>(null, "Ann O."), new Changed<>(null, "Europe/Vienna"), new Changed<>(null, "de"));

        given().when(
                        new EditProfile(ANN, new SetTo<>(" Ann O. "), new SetTo<>("Europe/Vienna"), new SetTo<>("de")),
                        by(ANN))
                .expectEvents(edited);
        given(edited)
                .when(new EditProfile(ANN, null, new SetTo<>(null), new SetTo<>("de")), by(ANN))
                .expectEvents(new ProfileEdited(ANN, null, new Changed<>("Europe/Vienna", null), null));
        given(edited)
                .when(new EditProfile(ANN, new SetTo<>("Ann O."), null, null), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_picture_is_set_and_taken_away() {
        var set = new PictureSet(ANN, new Changed<>(null, PICTURE));

        given().when(new SetPicture(ANN, PICTURE), by(ANN)).expectEvents(set);
        given(set)
                .when(new SetPicture(ANN, PICTURE), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        given(set)
                .when(new SetPicture(ANN, null), by(ANN))
                .expectEvents(new PictureSet(ANN, new Changed<>(PICTURE, null)));
    }

    @Test
    void preferences_change_one_by_one() {
        var quiet = new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0));
        var first = Preferences.atFirst();
        var wanted = new Preferences(
                true,
                List.of(
                        MailKind.TASK_COMPLETED,
                        MailKind.COMMENT_ON_MY_TASK,
                        MailKind.TASK_DUE_SOON,
                        MailKind.MENTIONED,
                        MailKind.ASSIGNED),
                quiet);

        given().when(
                        new ChangePreferences(
                                ANN,
                                new PreferencesEdit(
                                        null,
                                        Map.of(MailKind.TASK_SHARED_WITH_ME, false, MailKind.TASK_COMPLETED, true),
                                        new SetTo<>(quiet))),
                        by(ANN))
                .expectEvents(new PreferencesChanged(ANN, new Changed<>(first, wanted)));
        given().when(new ChangePreferences(ANN, new PreferencesEdit(true, Map.of(), null)), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_tag_gets_a_colour_and_loses_it() {
        var green = new TagColoured(ANN, "garden", new Changed<>(null, 3));

        given().when(new ColourTag(ANN, "garden", 3), by(ANN)).expectEvents(green);
        given(green)
                .when(new ColourTag(ANN, "garden", 3), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        given(green)
                .when(new ColourTag(ANN, "garden", null), by(ANN))
                .expectEvents(new TagColoured(ANN, "garden", new Changed<>(3, null)));
    }

    @Test
    void a_notification_is_read_once() {
        given().when(new MarkNotificationRead(ANN, 41), by(ANN)).expectEvents(new NotificationRead(ANN, 41));
        given(new NotificationRead(ANN, 41))
                .when(new MarkNotificationRead(ANN, 41), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        given(new NotificationRead(ANN, 41))
                .when(new MarkNotificationRead(ANN, 40), by(ANN))
                .expectEvents(new NotificationRead(ANN, 40));
    }

    @Test
    void all_notifications_are_read_up_to_one() {
        var all = new NotificationsRead(ANN, 41);

        given(new NotificationRead(ANN, 41))
                .when(new MarkNotificationsRead(ANN, 41), by(ANN))
                .expectEvents(all);
        given(all).when(new MarkNotificationsRead(ANN, 41), by(ANN)).expectNoEvents();
        given(all).when(new MarkNotificationRead(ANN, 40), by(ANN)).expectNoEvents();
        given(all).when(new MarkNotificationRead(ANN, 42), by(ANN)).expectEvents(new NotificationRead(ANN, 42));
    }

    @Test
    void nobody_reads_anothers_notifications() {
        given().when(new MarkNotificationRead(ANN, 41), by(BOB)).expectException(because(new OwnAccountOnly(ANN)));
        given().when(new MarkNotificationsRead(ANN, 41), by(BOB)).expectException(because(new OwnAccountOnly(ANN)));
        given(new AccountDeleted(ANN))
                .when(new MarkNotificationsRead(ANN, 41), by(ANN))
                .expectException(because(new NoSuchAccount(ANN)));
    }

    private static List<String> reserved() {
        return database.jdbc()
                .sql("select convert_from(digest, 'UTF8') from ledger.reservation")
                .query(String.class)
                .list();
    }
}
