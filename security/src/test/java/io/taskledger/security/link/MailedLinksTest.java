package io.taskledger.security.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import io.taskledger.messages.Actor;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Rejection.Invalid;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountCommand.RecordNewPassword;
import io.taskledger.messages.account.AccountCommand.VerifyEmail;
import io.taskledger.security.Installation;
import io.taskledger.security.password.WrongPassword;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.taskledger.security.Installation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class MailedLinksTest {

    private static final String NEW = "copper-lantern-58";

    private final Installation here = new Installation();

    @Test
    void a_reset_lets_in_with_the_new_password_alone_and_ends_every_session() {
        var ann = here.registered("ann");
        var sessions = List.of(here.signedIn("ann"), here.signedIn("ann"));
        sessions.forEach(one -> assertThat(here.sessions.alive(one.sessionId())).isPresent());
        here.passwords.requestReset("Ann@Example.org");

        here.passwords.reset(here.mailedTo("ann@example.org"), NEW, Via.REST);

        assertThat(here.accounts.signIn("ann", PASSWORD, Via.REST)).isEmpty();
        assertThat(here.accounts.signIn("ann", NEW, Via.REST)).isPresent();
        sessions.forEach(one -> assertThat(here.sessions.alive(one.sessionId())).isEmpty());
        assertThat(here.bus.sent(RecordNewPassword.class))
                .containsExactly(new RecordNewPassword(ann, Optional.empty()));
    }

    @Test
    void a_token_that_comes_20_times_at_once_works_once() throws Exception {
        here.registered("ann");
        here.passwords.requestReset("ann@example.org");
        var token = here.mailedTo("ann@example.org");

        var worked = at20Places(() -> {
            here.passwords.reset(token, NEW, Via.REST);
            return true;
        });

        assertThat(worked).isEqualTo(1);
        assertThat(here.bus.sent(RecordNewPassword.class)).hasSize(1);
    }

    @Test
    void a_link_is_good_until_its_time_is_up_and_then_says_so() {
        here.registered("ann");
        here.passwords.requestReset("ann@example.org");
        var token = here.mailedTo("ann@example.org");
        here.clock.pass(Duration.ofMinutes(30));

        assertThat(refusal(token).expired()).isTrue();
        assertThat(here.links.token(here.mailed.getLast(), "ann@example.org")).isEmpty();
        here.clock.pass(Duration.ofDays(7).plusSeconds(1));
        here.links.sweep();

        assertThat(refusal(token).expired()).isFalse();
    }

    @Test
    void the_newest_link_takes_the_place_of_the_older() {
        here.registered("ann");
        here.passwords.requestReset("ann@example.org");
        var older = here.mailedTo("ann@example.org");
        here.passwords.requestReset("ann@example.org");

        assertThat(refusal(older).expired()).isFalse();
        here.passwords.reset(here.mailedTo("ann@example.org"), NEW, Via.REST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "password", "ann-ann", "ann@example.org"})
    void a_refused_password_leaves_the_link_good(String password) {
        here.registered("ann");
        here.passwords.requestReset("ann@example.org");
        var token = here.mailedTo("ann@example.org");

        var refused =
                catchThrowableOfType(CommandRejected.class, () -> here.passwords.reset(token, password, Via.REST));

        assertThat(((Invalid) refused.rejection()).problems())
                .extracting(FieldProblem::field)
                .containsExactly("new_password");
        here.passwords.reset(token, NEW, Via.REST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nope", "\0", "a\ud800", "' or 1=1 --"})
    void what_is_no_token_is_refused(String token) {
        assertThat(refusal(token).expired()).isFalse();
        assertThatThrownBy(() -> here.proof.verify(token, Via.REST)).isInstanceOf(LinkRefused.class);
    }

    @Test
    void a_link_of_one_kind_does_not_do_for_the_other() {
        var ann = here.registered("ann");
        here.proof.request(new Actor(ann, Via.REST));

        assertThat(refusal(here.mailedTo("ann@example.org")).expired()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@example.org", "ann", "\0@", "a\ud800@example.org"})
    void who_asks_for_an_account_that_there_is_not_writes_the_same_rows(String email) {
        here.registered("ann");

        here.passwords.requestReset(email);

        assertThat(here.database.count("security.link")).isEqualTo(1);
        assertThat(here.mailed).hasSize(1);
        assertThatThrownBy(() -> here.passwords.reset(here.mailedTo(email), NEW, Via.REST))
                .isInstanceOf(LinkRefused.class);
    }

    @Test
    void a_verified_address_is_recorded_as_the_accounts_own_deed() throws Exception {
        var ann = here.registered("ann");
        here.proof.request(new Actor(ann, Via.BROWSER));
        var token = here.mailedTo("ann@example.org");

        var worked = at20Places(() -> here.proof.verify(token, Via.REST).equals("known"));

        assertThat(worked).isEqualTo(1);
        assertThat(here.bus.sent(VerifyEmail.class)).containsExactly(new VerifyEmail(ann, "ann@example.org"));
        assertThat(here.bus.last().getMetaData()).containsEntry(MetadataKeys.ACTOR, ann.text());
    }

    @Test
    void a_link_to_an_address_that_was_left_verifies_nothing_and_is_not_mailed_elsewhere() {
        var ann = here.registered("ann");
        here.proof.request(new Actor(ann, Via.REST));
        var token = here.mailedTo("ann@example.org");
        here.addresses.put(ann, "new@example.org");

        assertThat(here.links.token(here.mailed.getLast(), "new@example.org")).isEmpty();
        assertThatThrownBy(() -> here.proof.verify(token, Via.REST)).isInstanceOf(LinkRefused.class);
        assertThat(here.bus.sent(VerifyEmail.class)).isEmpty();
    }

    @Test
    void the_tables_hold_neither_the_token_nor_the_address() {
        var ann = here.registered("ann");
        here.proof.request(new Actor(ann, Via.REST));
        var token = here.mailedTo("ann@example.org");

        var row = here.database
                .jdbc()
                .sql("select encode(sealed, 'escape') || encode(token_hash, 'escape') || encode(address, 'escape')"
                        + " from security.link")
                .query(String.class)
                .single();

        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(row).doesNotContain(token, "ann@example.org");
    }

    @Test
    void a_changed_password_ends_every_session_but_the_one_that_changed_it() {
        var ann = here.registered("ann");
        var other = here.signedIn("ann");
        var own = here.signedIn("ann");

        here.passwords.change(own, PASSWORD, NEW);

        assertThat(here.sessions.alive(own.sessionId())).isPresent();
        assertThat(here.sessions.alive(other.sessionId())).isEmpty();
        assertThat(here.accounts.signIn("ann", NEW, Via.REST)).isPresent();
        assertThat(here.bus.sent(RecordNewPassword.class))
                .containsExactly(new RecordNewPassword(ann, Optional.of(own.sessionId())));
    }

    @Test
    void who_does_not_know_the_password_changes_nothing() {
        here.registered("ann");
        var own = here.signedIn("ann");

        assertThatThrownBy(() -> here.passwords.change(own, "not-her-password", NEW))
                .isInstanceOf(WrongPassword.class);
        assertThatThrownBy(() -> here.passwords.confirm(own, "not-her-password"))
                .isInstanceOf(WrongPassword.class);

        here.passwords.confirm(own, PASSWORD);
        assertThat(here.bus.sent(RecordNewPassword.class)).isEmpty();
    }

    @Test
    void a_password_whose_event_is_refused_stays_and_so_does_the_link() {
        here.registered("ann");
        here.passwords.requestReset("ann@example.org");
        var token = here.mailedTo("ann@example.org");
        here.bus.before = command -> {
            throw new IllegalStateException("the ledger is away");
        };
        assertThatThrownBy(() -> here.passwords.reset(token, NEW, Via.REST)).hasMessage("the ledger is away");
        here.bus.before = command -> {};

        assertThat(here.accounts.signIn("ann", PASSWORD, Via.REST)).isPresent();
        here.passwords.reset(token, NEW, Via.REST);
    }

    private LinkRefused refusal(String token) {
        return catchThrowableOfType(LinkRefused.class, () -> here.passwords.reset(token, NEW, Via.REST));
    }

    /** How many of them got through; the others are told that there is no such link. */
    private static long at20Places(Callable<Boolean> work) throws Exception {
        var start = new CyclicBarrier(20);
        var worked = new ArrayList<Boolean>();
        try (var crowd = Executors.newFixedThreadPool(20)) {
            Callable<Boolean> one = () -> gotThrough(start, work);
            var all = crowd.invokeAll(Collections.nCopies(20, one));
            for (var done : all) {
                worked.add(done.get());
            }
        }
        return worked.stream().filter(one -> one).count();
    }

    private static boolean gotThrough(CyclicBarrier start, Callable<Boolean> work) throws Exception {
        start.await();
        try {
            return work.call();
        } catch (LinkRefused anotherWasFaster) {
            return false;
        }
    }
}
