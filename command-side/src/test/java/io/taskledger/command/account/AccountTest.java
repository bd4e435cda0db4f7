package io.taskledger.command.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.taskledger.command.LedgerDatabase;
import io.taskledger.command.Streams;
import io.taskledger.command.workspace.Departures;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountCommand.EndSession;
import io.taskledger.messages.account.AccountCommand.GrantInstanceAdmin;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.account.AccountCommand.StartSession;
import io.taskledger.messages.account.AccountEvent.InstanceAdminGranted;
import io.taskledger.messages.account.AccountEvent.SessionEnded;
import io.taskledger.messages.account.AccountEvent.SessionStarted;
import io.taskledger.messages.account.AccountEvent.UserRegistered;
import io.taskledger.messages.account.AccountRejection.EmailTaken;
import io.taskledger.messages.account.AccountRejection.UsernameTaken;
import io.taskledger.messages.workspace.WorkspaceEvent.WorkspaceCreated;
import io.taskledger.messages.workspace.WorkspaceId;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.taskledger.command.People.ANN;
import static io.taskledger.command.People.BOB;
import static io.taskledger.command.Refusal.because;
import static org.assertj.core.api.Assertions.assertThat;

class AccountTest {

    private static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-03-01T20:00:00Z");
    private static final SessionId DESK = new SessionId("session-01JZ00000000000000000000D1");
    private static final SessionId PHONE = new SessionId("session-01JZ00000000000000000000P1");
    private static final String DEMO = "demo";
    private static final UserRegistered REGISTERED = new UserRegistered(ANN, "ann", "ann@example.org");
    private static final SessionStarted AT_THE_DESK = new SessionStarted(ANN, DESK, Via.BROWSER, EVENING);

    private static LedgerDatabase database;

    private AccountNames names;
    private AggregateTestFixture<Account> fixture;

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
        names = Names.reservedThrough(database.source()::getConnection);
        fixture = new AggregateTestFixture<>(Account.class);
        fixture.registerInjectableResource(names);
        fixture.registerInjectableResource((CommonAccounts) DEMO::equals);
        fixture.registerInjectableResource(new Departures(
                new Streams(() -> {
                    throw new AssertionError("nobody here is a member of a team");
                }),
                _ -> Optional.empty()));
    }

    @Test
    void a_person_registers_and_holds_name_and_address() {
        fixture.givenNoPriorActivity()
                .when(new RegisterUser(ANN, "ann", "ann@example.org"))
                .expectEvents(
                        REGISTERED, new WorkspaceCreated(WorkspaceId.personalOf(ANN), SubjectId.of(ANN), ANN, null));

        assertThat(database.count("select count(*) from ledger.reservation where holder = '%s'".formatted(ANN)))
                .isEqualTo(2);
    }

    @Test
    void a_taken_username_is_refused_in_any_spelling() {
        names.reserve(new RegisterUser(BOB, "Ann", "bob@example.org"));

        fixture.givenNoPriorActivity()
                .when(new RegisterUser(ANN, "aNN", "ann@example.org"))
                .expectException(because(new UsernameTaken("aNN")))
                .expectNoEvents();
    }

    @Test
    void a_taken_address_is_refused_in_any_spelling() {
        names.reserve(new RegisterUser(BOB, "bob", "Ann@Example.org"));

        fixture.givenNoPriorActivity()
                .when(new RegisterUser(ANN, "ann", "ann@example.org"))
                .expectException(because(new EmailTaken("ann@example.org")))
                .expectNoEvents();
    }

    @Test
    void a_username_may_be_somebody_elses_address() {
        names.reserve(new RegisterUser(BOB, "bob", "ann@example.org"));

        fixture.givenNoPriorActivity()
                .when(new RegisterUser(ANN, "ann", "bob@example.org"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_session_starts() {
        fixture.givenCurrentTime(MORNING)
                .andGiven(REGISTERED)
                .when(new StartSession(ANN, DESK, Via.BROWSER, EVENING))
                .expectEvents(AT_THE_DESK);
    }

    @Test
    void starting_the_same_session_again_is_not_an_error_and_nothing_happens() {
        fixture.givenCurrentTime(MORNING)
                .andGiven(REGISTERED, AT_THE_DESK)
                .when(new StartSession(ANN, DESK, Via.BROWSER, EVENING))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_person_may_have_several_sessions() {
        fixture.givenCurrentTime(MORNING)
                .andGiven(REGISTERED, AT_THE_DESK)
                .when(new StartSession(ANN, PHONE, Via.REST, EVENING))
                .expectEvents(new SessionStarted(ANN, PHONE, Via.REST, EVENING));
    }

    @Test
    void a_session_ends_and_the_others_stay_open() {
        fixture.givenCurrentTime(MORNING)
                .andGiven(REGISTERED, AT_THE_DESK, new SessionStarted(ANN, PHONE, Via.REST, EVENING))
                .when(new EndSession(ANN, DESK))
                .expectEvents(new SessionEnded(ANN, DESK));
        anew();
        fixture.givenCurrentTime(MORNING)
                .andGiven(
                        REGISTERED,
                        AT_THE_DESK,
                        new SessionStarted(ANN, PHONE, Via.REST, EVENING),
                        new SessionEnded(ANN, DESK))
                .when(new EndSession(ANN, PHONE))
                .expectEvents(new SessionEnded(ANN, PHONE));
    }

    @Test
    void ending_a_session_that_is_not_open_is_not_an_error_and_nothing_happens() {
        fixture.givenCurrentTime(MORNING)
                .andGiven(REGISTERED, AT_THE_DESK, new SessionEnded(ANN, DESK))
                .when(new EndSession(ANN, DESK))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        anew();
        fixture.givenCurrentTime(MORNING)
                .andGiven(REGISTERED)
                .when(new EndSession(ANN, PHONE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_session_that_ran_out_is_forgotten_when_the_next_one_starts() {
        fixture.givenCurrentTime(MORNING)
                .andGiven(REGISTERED, AT_THE_DESK)
                .andGivenCurrentTime(EVENING.plusSeconds(1))
                .andGiven(new SessionStarted(ANN, PHONE, Via.REST, EVENING.plus(Duration.ofHours(12))))
                .when(new EndSession(ANN, DESK))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void an_account_becomes_an_admin_once() {
        fixture.givenCurrentTime(MORNING)
                .andGiven(REGISTERED)
                .when(new GrantInstanceAdmin(ANN))
                .expectEvents(new InstanceAdminGranted(ANN));
        anew();
        fixture.givenCurrentTime(MORNING)
                .andGiven(REGISTERED, new InstanceAdminGranted(ANN))
                .when(new GrantInstanceAdmin(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void nothing_can_be_asked_of_an_account_that_is_not_there() {
        fixture.givenNoPriorActivity()
                .when(new StartSession(ANN, DESK, Via.BROWSER, EVENING))
                .expectException(AggregateNotFoundException.class);
    }
}
