package io.taskledger.security.erasure;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountCommand.DeleteAccount;
import io.taskledger.messages.account.AccountRejection.DemoStays;
import io.taskledger.security.Installation;
import io.taskledger.security.Scope;
import io.taskledger.security.SignedIn;
import io.taskledger.security.password.WrongPassword;
import io.taskledger.security.session.Device;
import io.taskledger.security.token.RefreshRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.taskledger.security.Installation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ErasedAccountsTest {

    private static final Installation HERE = new Installation();

    private static int people;

    private String name;
    private SignedIn ann;

    @BeforeEach
    void somebodyNew() {
        HERE.bus.before = _ -> {};
        name = "Ann" + ++people;
        HERE.registered(name);
        ann = HERE.signedIn(name);
    }

    @Test
    void nothing_lets_a_deleted_person_in_any_more() {
        var access = HERE.tokens.issue(ann);
        var renewal = HERE.renewable.signIn(name, PASSWORD).orElseThrow();
        var token = HERE.personalTokens.make(
                ann, "backup", Set.of(Scope.ADMIN), HERE.clock.instant().plus(Duration.ofDays(1)));
        assertThat(HERE.tokens.read(access)).isPresent();
        assertThat(HERE.personalTokens.read(token.secret())).isPresent();

        HERE.deletion.delete(ann, PASSWORD);

        assertThat(HERE.tokens.read(access)).isEmpty();
        assertThat(HERE.tokens.read(renewal.accessToken())).isEmpty();
        assertThat(HERE.personalTokens.read(token.secret())).isEmpty();
        assertThatThrownBy(() -> HERE.renewable.renew(renewal.refreshToken())).isInstanceOf(RefreshRefused.class);
        assertThat(HERE.accounts.signIn(name, PASSWORD, Via.REST)).isEmpty();
        assertThat(HERE.bus.sent(DeleteAccount.class)).contains(new DeleteAccount(ann.userId()));
    }

    @Test
    void what_was_kept_of_them_is_gone_and_their_key_is_erased() {
        HERE.passwords.requestReset(name + "@example.org");

        HERE.deletion.delete(ann, PASSWORD);

        var theirs = " where user_id = '" + ann.userId().text() + "'";
        assertThat(HERE.database.count("security.credential" + theirs)).isZero();
        assertThat(HERE.database.count("security.session" + theirs)).isZero();
        assertThat(HERE.database.count("security.link" + theirs)).isZero();
        assertThat(erased()).isTrue();
        assertThat(HERE.purged).contains(ann.userId());
    }

    @Test
    void a_wrong_password_deletes_nothing() {
        assertThatThrownBy(() -> HERE.deletion.delete(ann, "not-her-password")).isInstanceOf(WrongPassword.class);

        assertThat(HERE.sessions.alive(ann.sessionId())).isPresent();
        assertThat(erased()).isFalse();
    }

    @Test
    void who_may_not_go_keeps_everything() {
        HERE.bus.before = command -> {
            if (command instanceof DeleteAccount) {
                throw new CommandRejected(new DemoStays());
            }
        };

        assertThatThrownBy(() -> HERE.deletion.delete(ann, PASSWORD)).isInstanceOf(CommandRejected.class);

        assertThat(HERE.sessions.alive(ann.sessionId())).isPresent();
        assertThat(HERE.accounts.signIn(name, PASSWORD, Via.REST)).isPresent();
        assertThat(toDo()).isFalse();
        assertThat(erased()).isFalse();
    }

    @Test
    void what_a_crash_left_goes_with_the_next_round_and_is_looked_for_once_more() {
        HERE.erasures.ask(ann.userId());
        assertThat(erased()).isFalse();

        HERE.erasures.carryOut();
        assertThat(erased()).isTrue();
        HERE.erasures.carryOut();
        assertThat(toDo()).isTrue();
        HERE.clock.pass(Duration.ofSeconds(61));
        HERE.erasures.carryOut();
        HERE.erasures.carryOut();

        assertThat(toDo()).isFalse();
        assertThat(HERE.purged).filteredOn(ann.userId()::equals).hasSize(3);
    }

    @Test
    void nobody_signs_in_to_an_account_that_is_just_being_deleted() {
        var known = HERE.credentials.of(ann.userId()).orElseThrow();
        HERE.credentials.remove(known.userId());

        assertThat(HERE.sessions.begin(
                        new SignedIn(known.userId(), name, ann.sessionId(), Via.REST, ann.until()),
                        new Device(null, null)))
                .isFalse();
    }

    private boolean toDo() {
        return HERE.database.count("security.erasure where done_at is null and subject = '"
                        + ann.userId().text() + "'")
                > 0;
    }

    private boolean erased() {
        return HERE.database
                .jdbc()
                .sql("select erased_at is not null from security.subject_key where subject = :subject")
                .param("subject", SubjectId.of(ann.userId()).text())
                .query(Boolean.class)
                .optional()
                .equals(Optional.of(true));
    }
}
