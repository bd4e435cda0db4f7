package io.taskledger.security.password;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import io.taskledger.messages.Actor;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.Rejection.Invalid;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountCommand.EndSession;
import io.taskledger.messages.account.AccountCommand.RecordNewPassword;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.account.AccountCommand.StartSession;
import io.taskledger.messages.account.AccountRejection.EmailTaken;
import io.taskledger.messages.account.AccountRejection.UsernameTaken;
import io.taskledger.security.Acting;
import io.taskledger.security.Installation;
import io.taskledger.security.SettableClock;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

import static io.taskledger.security.Installation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PasswordAccountsTest {

    private final Installation here = new Installation();
    private final PasswordAccounts accounts = here.accounts;

    @Test
    void registering_records_the_account_as_its_own_actor_and_keeps_the_hash_apart() {
        var ann = register();

        assertThat(here.bus.sent(RegisterUser.class)).containsExactly(new RegisterUser(ann, "Ann", "ann@example.org"));
        assertThat(here.bus.last().getMetaData())
                .containsEntry(MetadataKeys.ACTOR, ann.text())
                .containsEntry(MetadataKeys.VIA, "rest")
                .containsKey(MetadataKeys.ACTION_ID);
        assertThat(hashOf(ann)).startsWith("$argon2id$");
    }

    @Test
    void who_registers_while_signed_in_as_another_acts_as_the_new_account() {
        var bob = Acting.as(new Actor(UserId.next(), Via.IMPORT), this::register);

        assertThat(here.bus.last().getMetaData()).containsEntry(MetadataKeys.ACTOR, bob.text());
    }

    @Test
    void a_refused_registration_leaves_nothing_behind() {
        register();

        assertThat(refusal("ANN", "other@example.org")).isEqualTo(new UsernameTaken("ANN"));
        assertThat(refusal("Other", "Ann@Example.org")).isEqualTo(new EmailTaken("Ann@Example.org"));

        assertThat(here.database.count("security.credential")).isEqualTo(1);
        assertThat(here.database.count("ledger.reservation")).isEqualTo(2);
    }

    @Test
    void all_that_is_wrong_is_told_at_once_and_nothing_is_hashed() {
        var refused = catchThrowableOfType(
                CommandRejected.class, () -> accounts.register("a!", "nowhere", "password", Via.BROWSER));

        assertThat(((Invalid) refused.rejection()).problems())
                .extracting(FieldProblem::field)
                .containsExactly("username", "username", "email", "password");
        assertThat(here.encoder.encoded).hasValue(0);
        assertThat(here.bus.handled).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann", "ann", " ANN ", "ann@example.org", "Ann@EXAMPLE.org"})
    void one_signs_in_by_name_or_address_however_written(String name) {
        var ann = register();

        var session = accounts.signIn(name, PASSWORD, Via.BROWSER).orElseThrow();

        assertThat(session.userId()).isEqualTo(ann);
        assertThat(session.username()).isEqualTo("Ann");
        assertThat(session.until()).isEqualTo(SettableClock.START.plus(Duration.ofDays(14)));
        assertThat(here.sessions.alive(session.sessionId())).contains(session);
        assertThat(here.bus.sent(StartSession.class))
                .containsExactly(new StartSession(ann, session.sessionId(), Via.BROWSER, session.until()));
        assertThat(here.bus.last().getMetaData())
                .containsEntry(MetadataKeys.ACTOR, ann.text())
                .containsEntry(MetadataKeys.VIA, "browser");
    }

    @Test
    void an_unknown_name_costs_exactly_what_a_wrong_password_costs() {
        register();
        here.encoder.encoded.set(0);

        assertThat(accounts.signIn("Ann", "not-her-password", Via.REST)).isEmpty();
        assertThat(here.encoder.matched).hasValue(1);
        assertThat(accounts.signIn("Nobody", "not-her-password", Via.REST)).isEmpty();
        assertThat(here.encoder.matched).hasValue(2);
        assertThat(accounts.signIn("Ann", "x".repeat(5_000), Via.REST)).isEmpty();
        assertThat(accounts.signIn("Nobody", "x".repeat(5_000), Via.REST)).isEmpty();
        assertThat(here.encoder.matched).hasValue(2);

        assertThat(here.encoder.encoded).hasValue(0);
        assertThat(here.database.count("security.session")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "a\ud800", "' or 1=1 --", "%"})
    void a_name_that_cannot_be_is_just_unknown(String name) {
        register();

        assertThat(accounts.signIn(name, PASSWORD, Via.REST)).isEmpty();
        assertThat(accounts.find(name)).isEmpty();
    }

    @Test
    void a_hash_with_lower_figures_is_made_anew_at_sign_in_only() {
        var ann = register();
        var old = hashOf(ann);
        var raised = here.accountsWith(new Argon2PasswordEncoder(16, 32, 1, 128, 2));

        assertThat(raised.signIn("Ann", "not-her-password", Via.REST)).isEmpty();
        assertThat(hashOf(ann)).isEqualTo(old);

        assertThat(raised.signIn("Ann", PASSWORD, Via.REST)).isPresent();
        assertThat(hashOf(ann)).contains("m=128,t=2");
        assertThat(raised.signIn("Ann", PASSWORD, Via.REST)).isPresent();
    }

    @Test
    void signing_out_ends_the_session_once() {
        var ann = register();
        var session = accounts.signIn("Ann", PASSWORD, Via.REST).orElseThrow();
        assertThat(here.sessions.alive(session.sessionId())).isPresent();

        accounts.signOut(session.sessionId());
        accounts.signOut(session.sessionId());

        assertThat(here.sessions.alive(session.sessionId())).isEmpty();
        assertThat(here.bus.sent(EndSession.class)).containsExactly(new EndSession(ann, session.sessionId()));
        assertThat(here.bus.last().getMetaData()).containsEntry(MetadataKeys.ACTOR, ann.text());
    }

    @Test
    void a_session_ends_by_itself_when_its_time_is_up() {
        register();
        var session = accounts.signIn("Ann", PASSWORD, Via.REST).orElseThrow();

        here.clock.pass(Duration.ofHours(12).minusSeconds(1));
        assertThat(here.sessions.alive(session.sessionId())).isPresent();
        here.clock.pass(Duration.ofSeconds(1));
        assertThat(here.sessions.alive(session.sessionId())).isEmpty();
    }

    @Test
    void a_session_whose_event_is_refused_is_not_begun() {
        register();
        here.bus.before = command -> {
            throw new IllegalStateException("the ledger is away");
        };

        assertThatThrownBy(() -> accounts.signIn("Ann", PASSWORD, Via.REST)).hasMessage("the ledger is away");

        assertThat(here.database.count("security.session")).isZero();
    }

    @Test
    void two_sign_ins_that_meet_are_both_served() {
        register();
        var lost = new AtomicInteger();
        here.bus.before = command -> {
            if (lost.incrementAndGet() <= 2) {
                throw new ConcurrencyException("another was faster");
            }
        };

        assertThat(accounts.signIn("Ann", PASSWORD, Via.REST)).isPresent();

        assertThat(here.database.count("security.session")).isEqualTo(1);
    }

    @Test
    void a_standing_account_is_made_then_put_back_as_it_should_be() {
        var demo = accounts.ensure("demo", "demo@example.org", "demo1234");
        var same = accounts.ensure("demo", "demo@example.org", "demo1234");

        assertThat(same).isEqualTo(demo);
        assertThat(accounts.ensure("demo", "demo@example.org", "demo5678")).isEqualTo(demo);
        assertThat(accounts.signIn("demo", "demo1234", Via.BROWSER)).isEmpty();
        assertThat(accounts.signIn("demo", "demo5678", Via.BROWSER)).isPresent();
        assertThat(here.bus.sent(RegisterUser.class)).hasSize(1);
    }

    @Test
    void a_standing_account_that_is_closed_lets_nobody_in_by_its_password_and_nobody_stay() {
        var demo = accounts.ensure("demo", "demo@example.org", "demo1234");
        assertThat(accounts.signIn("demo", "demo1234", Via.BROWSER)).isPresent();

        assertThat(accounts.close("demo", "demo@example.org", "demo1234")).isTrue();
        assertThat(accounts.close("demo", "demo@example.org", "demo1234")).isFalse();

        assertThat(accounts.signIn("demo", "demo1234", Via.BROWSER)).isEmpty();
        assertThat(here.database.count("security.session where ended_at is null"))
                .isZero();
        assertThat(here.bus.sent(RecordNewPassword.class))
                .containsExactly(new RecordNewPassword(demo, Optional.empty()));
        accounts.ensure("demo", "demo@example.org", "demo1234");
        assertThat(accounts.signIn("demo", "demo1234", Via.REST)).isPresent();
    }

    @Test
    void an_account_of_that_name_that_is_somebodys_own_is_not_closed() {
        register();

        assertThat(accounts.close("Ann", "demo@example.org", PASSWORD)).isFalse();
        assertThat(accounts.close("Ann", "ann@example.org", "demo1234")).isFalse();
        assertThat(accounts.close("demo", "demo@example.org", "demo1234")).isFalse();
        assertThat(accounts.signIn("Ann", PASSWORD, Via.REST)).isPresent();
    }

    @Test
    void a_standing_account_never_takes_over_somebody_elses() {
        register();

        assertThatThrownBy(() -> accounts.ensure("Ann", "demo@example.org", "demo1234"))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refused -> assertThat(refused.rejection()).isEqualTo(new UsernameTaken("Ann")));
        assertThatThrownBy(() -> accounts.ensure("demo", "ann@example.org", "demo1234"))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refused -> assertThat(refused.rejection()).isEqualTo(new EmailTaken("ann@example.org")));
        assertThat(accounts.signIn("Ann", PASSWORD, Via.REST)).isPresent();
    }

    private UserId register() {
        return accounts.register("Ann", "ann@example.org", PASSWORD, Via.REST);
    }

    private Rejection refusal(String username, String email) {
        return catchThrowableOfType(CommandRejected.class, () -> accounts.register(username, email, PASSWORD, Via.REST))
                .rejection();
    }

    private String hashOf(UserId user) {
        return here.database
                .jdbc()
                .sql("select password_hash from security.credential where user_id = :user")
                .param("user", user.text())
                .query(String.class)
                .single();
    }
}
