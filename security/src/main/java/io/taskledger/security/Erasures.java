package io.taskledger.security;

import java.time.Clock;

import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of {@code security.erasure}: whose keys are to go. A key goes for good, in no transaction, so it may only go once
 * the deletion is committed; a row sees to it that it does, whatever happens in between.
 */
final class Erasures {

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private final JdbcClient jdbc;
    private final SubjectKeys keys;
    private final Clock clock;

    Erasures(JdbcClient jdbc, SubjectKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    /** In the transaction that deletes the account. */
    void ask(UserId userId) {
        jdbc.sql("""
                        insert into security.erasure (subject, asked_at)
                        values (:subject, :now)
                        on conflict on constraint erasure_pk do nothing""")
                .param("subject", SubjectId.of(userId).text())
                .param("now", Sessions.utc(clock.instant()))
                .update();
    }

    /** Erases whose keys are still to go. What does not work now is done later; twice does no harm. */
    void carryOut() {
        try {
            jdbc.sql("select subject from security.erasure where done_at is null order by asked_at")
                    .query(String.class)
                    .list()
                    .forEach(this::erase);
        } catch (DataAccessException later) {
            LOG.warn("Keys of deleted accounts are still there; they are erased with the next round", later);
        }
    }

    private void erase(String subject) {
        keys.erase(new SubjectId(subject));
        jdbc.sql("update security.erasure set done_at = :now where subject = :subject")
                .param("now", Sessions.utc(clock.instant()))
                .param("subject", subject)
                .update();
    }
}
