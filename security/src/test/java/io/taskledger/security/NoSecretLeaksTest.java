package io.taskledger.security;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.security.password.Credential;
import org.axonframework.commandhandling.CommandMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static io.taskledger.security.Installation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

/** Every library says here what it has to say, short of tracing. */
class NoSecretLeaksTest {

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Level level = root.getLevel();

    @BeforeEach
    void listen() {
        logged.start();
        root.addAppender(logged);
        root.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(logged);
        root.setLevel(level);
    }

    @Test
    void no_password_hash_or_token_is_in_a_command_or_a_log_line() {
        var here = new Installation();
        var ann = here.accounts.register("Ann", "ann@example.org", PASSWORD, Via.REST);
        here.accounts.signIn("Ann", "wrong-" + PASSWORD, Via.REST);
        var session = here.accounts.signIn("Ann", PASSWORD, Via.REST).orElseThrow();
        var token = here.tokens.issue(session);
        here.tokens.read(token);
        here.tokens.read(token + "x");
        here.accounts.signOut(session.sessionId());
        var hash = hashOf(here, ann);
        LoggerFactory.getLogger(getClass()).info("{}", new Credential(ann, "Ann", hash));

        var said = new ArrayList<>(lines());
        here.bus.handled.stream().map(NoSecretLeaksTest::text).forEach(said::add);

        assertThat(here.bus.handled).hasSize(3);
        assertThat(lines()).anyMatch(line -> line.contains("Credential[")).anyMatch(line -> line.contains("SQL"));
        assertThat(said)
                .noneMatch(line -> line.contains(PASSWORD))
                .noneMatch(line -> line.contains(hash))
                .noneMatch(line -> line.contains(token.substring(token.lastIndexOf('.'))));
    }

    private List<String> lines() {
        return logged.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static String text(CommandMessage<?> command) {
        return command.getPayload() + " " + command.getMetaData();
    }

    private static String hashOf(Installation here, UserId user) {
        return here.database
                .jdbc()
                .sql("select password_hash from security.credential where user_id = :user")
                .param("user", user.text())
                .query(String.class)
                .single();
    }
}
