package io.taskledger.security.token;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.Rejection.Invalid;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountCommand.EndSession;
import io.taskledger.messages.account.AccountCommand.StartSession;
import io.taskledger.security.Installation;
import io.taskledger.security.Scope;
import io.taskledger.security.SignedIn;
import io.taskledger.security.session.SessionAuthentication.Proof;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.taskledger.security.Installation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class HashedTokensTest {

    private static final Set<Scope> READING = EnumSet.of(Scope.TASKS_READ, Scope.ACCOUNT_READ);
    private static final Installation HERE = new Installation();

    private static int people;

    private String name;
    private SignedIn ann;

    @BeforeEach
    void somebodyNew() {
        name = "Ann" + ++people;
        HERE.registered(name);
        ann = HERE.signedIn(name);
    }

    private PersonalTokens.NewToken made() {
        return HERE.personalTokens.make(ann, " backup ", READING, inDays(90));
    }

    @Test
    void a_token_lets_its_person_in_as_far_as_it_was_made_for() {
        var token = made();

        var program = HERE.personalTokens.read(token.secret()).orElseThrow();

        assertThat(program.getPrincipal().userId()).isEqualTo(ann.userId());
        assertThat(program.getPrincipal().via()).isEqualTo(Via.REST);
        assertThat(program.proof()).isEqualTo(Proof.PERSONAL_TOKEN);
        assertThat(program.scopes()).isEqualTo(READING);
        assertThat(token.secret()).matches("tlpat_[A-Za-z0-9_-]{43}");
    }

    @Test
    void making_and_ending_it_is_recorded_without_it() {
        var token = made();
        HERE.personalTokens.revoke(ann, token.details().id());

        assertThat(HERE.bus.sent(StartSession.class))
                .contains(new StartSession(ann.userId(), token.details().id(), Via.REST, inDays(90)));
        assertThat(HERE.bus.sent(EndSession.class))
                .contains(new EndSession(ann.userId(), token.details().id()));
        assertThat(HERE.bus.handled)
                .noneMatch(command -> command.toString().contains(token.secret().substring(6)));
        assertThat(token.toString()).doesNotContain(token.secret());
        assertThat(HERE.database.count("security.personal_token t where t::text like '%"
                        + token.secret().substring(6) + "%'"))
                .isZero();
    }

    @Test
    void a_revoked_token_is_worth_nothing_and_the_others_go_on() {
        var first = made();
        var second = made();
        assertThat(HERE.personalTokens.read(first.secret())).isPresent();

        assertThat(HERE.personalTokens.revoke(ann, first.details().id())).isTrue();
        assertThat(HERE.personalTokens.revoke(ann, first.details().id())).isFalse();

        assertThat(HERE.personalTokens.read(first.secret())).isEmpty();
        assertThat(HERE.personalTokens.read(second.secret())).isPresent();
        assertThat(HERE.personalTokens.list(ann))
                .extracting(TokenDetails::id)
                .containsExactly(second.details().id());
        assertThat(HERE.sessions.alive(ann.sessionId())).isPresent();
    }

    @Test
    void nobody_sees_or_ends_anothers_nor_a_session_as_a_token() {
        var token = made();
        HERE.registered(name + "s-foe");
        var foe = HERE.signedIn(name + "s-foe");

        assertThat(HERE.personalTokens.list(foe)).isEmpty();
        assertThat(HERE.personalTokens.revoke(foe, token.details().id())).isFalse();
        assertThat(HERE.personalTokens.revoke(ann, ann.sessionId())).isFalse();
        assertThat(HERE.personalTokens.read(token.secret())).isPresent();
    }

    @Test
    void it_is_listed_with_when_it_was_used_last() {
        var token = made();
        HERE.clock.pass(Duration.ofMinutes(1));
        assertThat(HERE.personalTokens.read(token.secret())).isPresent();

        assertThat(HERE.personalTokens.list(ann))
                .containsExactly(new TokenDetails(
                        token.details().id(),
                        "backup",
                        READING,
                        token.details().createdAt(),
                        HERE.clock.instant(),
                        token.details().until()));
    }

    @Test
    void it_is_good_until_its_end_and_listed_as_long() {
        var token = HERE.personalTokens.make(
                ann, "short", READING, HERE.clock.instant().plusSeconds(60));
        HERE.clock.pass(Duration.ofSeconds(59));
        assertThat(HERE.personalTokens.read(token.secret())).isPresent();
        HERE.clock.pass(Duration.ofSeconds(1));

        assertThat(HERE.personalTokens.read(token.secret())).isEmpty();
        assertThat(HERE.personalTokens.list(ann)).isEmpty();
    }

    @Test
    void a_new_password_ends_it() {
        var token = made();
        assertThat(HERE.personalTokens.read(token.secret())).isPresent();

        HERE.passwords.change(ann, PASSWORD, "copper-lantern-58");

        assertThat(HERE.personalTokens.read(token.secret())).isEmpty();
    }

    @Test
    void all_that_is_wrong_with_it_is_told_at_once() {
        assertThat(problems("", Set.of(), HERE.clock.instant())).containsExactly("name", "scopes", "expires_at");
        assertThat(problems("x".repeat(101), READING, inDays(367))).containsExactly("name", "expires_at");
        assertThat(problems("a\0b", READING, inDays(1))).containsExactly("name");
        assertThat(HERE.personalTokens.list(ann)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tlpat_", "tlpat_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "tlpat_\0", "token"})
    void what_is_no_token_is_refused(String text) {
        assertThat(HERE.personalTokens.read(text)).isEmpty();
    }

    private List<String> problems(String called, Set<Scope> scopes, Instant until) {
        var refused =
                catchThrowableOfType(CommandRejected.class, () -> HERE.personalTokens.make(ann, called, scopes, until));
        return ((Invalid) refused.rejection())
                .problems().stream().map(FieldProblem::field).toList();
    }

    private static Instant inDays(int days) {
        return HERE.clock.instant().plus(Duration.ofDays(days));
    }
}
