package io.taskledger.security.session;

import java.lang.Thread.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.taskledger.messages.SessionId;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SessionsTest {

    private static final int REQUESTS = 8;

    /** One that keeps who asks waiting, and then is away. */
    private static final class Hanging extends AbstractDataSource {

        private final CountDownLatch over = new CountDownLatch(1);
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public Connection getConnection() throws SQLException {
            asked.incrementAndGet();
            try {
                over.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            throw new SQLException("away", "08006");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }

    @Test
    void who_wants_to_hear_of_ends_hears_of_each_and_when_some_may_have_been_missed() {
        var sessions = new Sessions(JdbcClient.create(new Hanging()), Clock.systemUTC());
        var heard = new ArrayList<String>();
        sessions.whenEnded(new LivingSessions.Ends() {
            @Override
            public void ended(SessionId id) {
                heard.add(id.text());
            }

            @Override
            public void someMayHaveEnded() {
                heard.add("some");
            }
        });
        var id = SessionId.next();

        sessions.heard(id.text());
        sessions.heard("no session");
        sessions.mayHaveMissed();

        assertThat(heard).containsExactly(id.text(), "some");
    }

    @Test
    void requests_of_one_session_wait_together_for_a_database_that_hangs() throws InterruptedException {
        var database = new Hanging();
        var sessions = new Sessions(JdbcClient.create(database), Clock.systemUTC());
        var id = SessionId.next();
        var refused = new AtomicInteger();
        List<Thread> requests = Stream.generate(() -> Thread.ofPlatform().unstarted(() -> {
                    try {
                        sessions.alive(id);
                    } catch (DataAccessException away) {
                        refused.incrementAndGet();
                    }
                }))
                .limit(REQUESTS)
                .toList();
        try {
            requests.forEach(Thread::start);
            await().until(() -> requests.stream().allMatch(request -> request.getState() == State.WAITING));
        } finally {
            database.over.countDown();
        }
        for (var request : requests) {
            request.join();
        }

        assertThat(database.asked).hasValue(1);
        assertThat(refused).hasValue(REQUESTS);
    }
}
