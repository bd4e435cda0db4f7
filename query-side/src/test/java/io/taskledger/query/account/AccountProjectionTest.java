package io.taskledger.query.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.taskledger.messages.Actor;
import io.taskledger.messages.account.AccountDetails;
import io.taskledger.messages.account.AccountEvent.InstanceAdminGranted;
import io.taskledger.messages.account.AccountEvent.UserRegistered;
import io.taskledger.messages.account.AccountQuery.FindOwnAccount;
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
