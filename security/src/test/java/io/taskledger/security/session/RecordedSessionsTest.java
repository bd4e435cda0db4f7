package io.taskledger.security.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.taskledger.ledger.LedgerWakeUp;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.Via;
import io.taskledger.security.Installation;
import io.taskledger.security.Scope;
import io.taskledger.security.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static io.taskledger.security.Installation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Where somebody is signed in, and how that ends. */
class RecordedSessionsTest {

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

    @Test
    void those_of_browsers_and_of_programs_are_listed_alike_but_no_tokens() {
        HERE.clock.pass(Duration.ofSeconds(1));
        var browser = HERE.accounts.signIn(name, PASSWORD, Via.BROWSER).orElseThrow();
        HERE.personalTokens.make(
                ann, "backup", Set.of(Scope.ADMIN), HERE.clock.instant().plusSeconds(60));

        var listed = HERE.ownSessions.list(ann);

        assertThat(listed).extracting(SessionDetails::sessionId).containsExactly(browser.sessionId(), ann.sessionId());
        assertThat(listed).extracting(SessionDetails::via).containsExactly(Via.BROWSER, Via.REST);
        assertThat(listed).extracting(SessionDetails::current).containsExactly(false, true);
    }

    @Test
    void one_is_ended_at_once_and_only_ones_own() {
        var other = HERE.signedIn(name);
        HERE.registered(name + "s-foe");
        var foe = HERE.signedIn(name + "s-foe");
        assertThat(HERE.sessions.alive(other.sessionId())).isPresent();

        assertThat(HERE.ownSessions.end(foe, other.sessionId())).isFalse();
        assertThat(HERE.ownSessions.end(ann, SessionId.next())).isFalse();
        assertThat(HERE.ownSessions.end(ann, other.sessionId())).isTrue();

        assertThat(HERE.sessions.alive(other.sessionId())).isEmpty();
        assertThat(HERE.ownSessions.end(ann, other.sessionId())).isFalse();
        assertThat(HERE.sessions.alive(ann.sessionId())).isPresent();
    }

    @Test
    void all_others_end_but_tokens_and_the_one_that_asks() {
        var other = HERE.signedIn(name);
        var token = HERE.personalTokens.make(
                ann, "backup", Set.of(Scope.ADMIN), HERE.clock.instant().plusSeconds(60));

        HERE.ownSessions.endOthers(ann);

        assertThat(HERE.sessions.alive(other.sessionId())).isEmpty();
        assertThat(HERE.sessions.alive(ann.sessionId())).isPresent();
        assertThat(HERE.personalTokens.read(token.secret())).isPresent();
    }

    @Test
    void when_it_was_used_last_is_known_to_some_minutes() {
        var begun = HERE.clock.instant();
        HERE.clock.pass(Sessions.COARSELY.minusSeconds(1));
        HERE.sessions.alive(ann.sessionId());
        var first = HERE.clock.instant();
        assertThat(lastUsed()).isEqualTo(first).isNotEqualTo(begun);

        HERE.clock.pass(Sessions.COARSELY.minusSeconds(1));
        HERE.sessions.forget(ann.sessionId());
        HERE.sessions.alive(ann.sessionId());
        assertThat(lastUsed()).isEqualTo(first);

        HERE.clock.pass(Duration.ofSeconds(2));
        HERE.sessions.forget(ann.sessionId());
        HERE.sessions.alive(ann.sessionId());
        assertThat(lastUsed()).isEqualTo(HERE.clock.instant());
    }

    @Test
    void of_where_it_was_begun_no_more_is_kept_than_helps_to_know_it_again() {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("203.0.113.77");
        request.addHeader("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            var session = HERE.signedIn(name);
            assertThat(HERE.ownSessions.list(session))
                    .filteredOn(SessionDetails::current)
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.device()).isEqualTo("Firefox on Linux");
                        assertThat(one.network()).isEqualTo("203.0.113.0/24");
                    });
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0 Safari/537.36 Edg/150.0 | Edge on Windows",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) Version/26.0 Safari/604.1 | Safari on iPhone",
                "Mozilla/5.0 (Linux; Android 16) Chrome/150.0 Mobile Safari/537.36 | Chrome on Android",
                "curl/8.14.1 | curl",
                "Java-http-client/25 | Java-http-client",
                "<script>alert(1)</script> | null",
                "null | null"
            })
    void a_program_is_told_in_a_few_words(String said, String words) {
        assertThat(Device.words(said)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0/48",
        "::ffff:203.0.113.77, 203.0.113.0/24"
    })
    void an_address_is_told_by_its_network(String address, String network) {
        assertThat(Device.network(address)).isEqualTo(network);
    }

    @Test
    void what_ended_some_days_ago_is_forgotten_with_its_tokens() {
        var installation = new Installation();
        installation.registered("Bob");
        var tokens = installation.renewable.signIn("Bob", PASSWORD).orElseThrow();
        installation.accounts.signOut(tokens.session().sessionId());
        var living = installation.accounts.signIn("Bob", PASSWORD, Via.BROWSER).orElseThrow();

        installation.clock.pass(Duration.ofDays(7).minusSeconds(1));
        installation.sessions.sweep();
        assertThat(installation.database.count("security.session")).isEqualTo(2);
        installation.clock.pass(Duration.ofSeconds(2));
        installation.sessions.sweep();

        assertThat(installation.database.count("security.session")).isEqualTo(1);
        assertThat(installation.database.count("security.refresh_token")).isZero();
        assertThat(installation.sessions.alive(living.sessionId())).isPresent();
    }

    @Test
    void every_node_hears_of_each_ending_once_it_is_committed() {
        var heard = new CopyOnWriteArrayList<String>();
        try (var node = new LedgerWakeUp(HERE.database.apart())) {
            node.onNotice(Sessions.ENDED, new LedgerWakeUp.Notices() {
                @Override
                public void heard(String text) {
                    heard.add(text);
                }

                @Override
                public void mayHaveMissed() {}
            });
            node.start();
            await().atMost(Duration.ofSeconds(20)).until(node::listening);
            var other = HERE.signedIn(name);

            HERE.ownSessions.end(ann, other.sessionId());
            HERE.deletion.delete(ann, PASSWORD);

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(heard)
                            .containsExactly(
                                    other.sessionId().text(), ann.sessionId().text()));
        }
    }

    @Test
    void what_is_heard_is_not_believed_for_a_second_longer() {
        var elsewhere = new Sessions(HERE.database.jdbc(), HERE.clock);
        assertThat(elsewhere.alive(ann.sessionId())).isPresent();
        HERE.accounts.signOut(ann.sessionId());

        elsewhere.heard(ann.sessionId().text());
        elsewhere.heard("no session");

        assertThat(elsewhere.alive(ann.sessionId())).isEmpty();
    }

    private Instant lastUsed() {
        return HERE.ownSessions.list(ann).getFirst().lastUsedAt();
    }
}
