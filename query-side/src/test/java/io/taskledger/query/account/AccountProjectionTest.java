package io.taskledger.query.account;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Changed;
import io.taskledger.messages.account.AccountDetails;
import io.taskledger.messages.account.AccountEvent.AccountDeleted;
import io.taskledger.messages.account.AccountEvent.EmailChanged;
import io.taskledger.messages.account.AccountEvent.EmailVerified;
import io.taskledger.messages.account.AccountEvent.InstanceAdminGranted;
import io.taskledger.messages.account.AccountEvent.PreferencesChanged;
import io.taskledger.messages.account.AccountEvent.ProfileEdited;
import io.taskledger.messages.account.AccountEvent.UserRegistered;
import io.taskledger.messages.account.AccountQuery.FindMailRecipient;
import io.taskledger.messages.account.AccountQuery.FindOwnAccount;
import io.taskledger.messages.account.AccountQuery.FindOwnPreferences;
import io.taskledger.messages.account.MailKind;
import io.taskledger.messages.account.MailRecipient;
import io.taskledger.messages.account.OwnPreferences;
import io.taskledger.messages.account.Preferences;
import io.taskledger.messages.account.QuietHours;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.projection.JpaTables;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class AccountProjectionTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00.123456Z");

    private final AccountProjection projection =
            new AccountProjection(new JpaTables(ReadSide.bean(EntityManagerProvider.class)));
    private final AccountQueries queries = ReadSide.bean(AccountQueries.class);
    private final TransactionTemplate transactions =
            new TransactionTemplate(ReadSide.bean(PlatformTransactionManager.class));
    private final Actor ann = People.somebody();

    @Test
    void a_registered_account_has_a_row_that_its_owner_alone_is_told() {
        register();

        assertThat(queries.handle(new FindOwnAccount(), ann))
                .contains(AccountDetails.fresh(ann.userId(), "ann", "ann@example.org", MONDAY));
        assertThat(queries.handle(new FindOwnAccount(), People.somebody())).isEmpty();
    }

    @Test
    void an_admin_is_known_as_one_also_when_told_twice() {
        register();
        grant();
        register();
        grant();

        assertThat(queries.handle(new FindOwnAccount(), ann))
                .get()
                .satisfies(account -> assertThat(account.instanceAdmin()).isTrue());
    }

    @Test
    void a_missing_row_is_an_error_and_not_silence() {
        assertThatIllegalStateException()
                .isThrownBy(this::grant)
                .withMessageContaining(ann.userId().text());
    }

    @Test
    void a_mail_finds_its_way_by_what_the_person_said_of_themselves() {
        register();
        var night = new Preferences(
                true, List.of(MailKind.TASK_COMPLETED), new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)));
        for (var _ : List.of("once", "delivered again")) {
            transactions.executeWithoutResult(_ -> {
                projection.on(new EmailVerified(ann.userId(), "ann@example.org"), at(2));
                projection.on(
                        new ProfileEdited(
                                ann.userId(),
                                new Changed<>(null, "Ann A."),
                                new Changed<>(null, "Europe/Vienna"),
                                new Changed<>(null, "de")),
                        at(3));
                projection.on(
                        new PreferencesChanged(ann.userId(), new Changed<>(Preferences.atFirst(), night)),
                        MONDAY,
                        at(4));
            });
        }

        assertThat(queries.handle(new FindMailRecipient(ann.userId()), null))
                .contains(new MailRecipient(
                        ann.userId(), "ann", "ann@example.org", true, "Ann A.", "Europe/Vienna", "de", night));
        assertThat(queries.handle(new FindOwnPreferences(), ann))
                .contains(new OwnPreferences(ann.userId(), true, night, "Europe/Vienna", MONDAY));
    }

    @Test
    void another_address_is_not_verified_and_neither_is_it_by_a_proof_of_the_old_one() {
        register();
        transactions.executeWithoutResult(_ -> {
            projection.on(new EmailChanged(ann.userId(), new Changed<>("ann@example.org", "new@example.org")), at(2));
            projection.on(new EmailVerified(ann.userId(), "ann@example.org"), at(3));
        });

        assertThat(queries.handle(new FindMailRecipient(ann.userId()), null))
                .get()
                .satisfies(found -> assertThat(found.emailVerified()).isFalse())
                .satisfies(found -> assertThat(found.email()).isEqualTo("new@example.org"));
    }

    @Test
    void how_mail_reaches_somebody_is_told_to_no_person() {
        register();

        assertThat(queries.handle(
                        new FindMailRecipient(ann.userId()), ann.userId().text()))
                .isEmpty();
    }

    @Test
    void a_deleted_account_is_nobody_to_write_to() {
        register();
        transactions.executeWithoutResult(_ -> projection.on(new AccountDeleted(ann.userId())));

        assertThat(queries.handle(new FindMailRecipient(ann.userId()), null)).isEmpty();
    }

    private static GlobalSequenceTrackingToken at(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    @Test
    void names_are_told_of_who_is_known() {
        register();
        var stranger = People.somebody().userId().text();

        assertThat(ReadSide.bean(UserNames.class).of(List.of(ann.userId().text(), stranger)))
                .isEqualTo(Map.of(ann.userId().text(), "ann"));
    }

    private void register() {
        transactions.executeWithoutResult(_ -> projection.on(
                new UserRegistered(ann.userId(), "ann", "ann@example.org"),
                MONDAY,
                new GlobalSequenceTrackingToken(1)));
    }

    private void grant() {
        transactions.executeWithoutResult(
                _ -> projection.on(new InstanceAdminGranted(ann.userId()), new GlobalSequenceTrackingToken(2)));
    }
}
