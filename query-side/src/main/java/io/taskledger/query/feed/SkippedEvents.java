package io.taskledger.query.feed;

import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Events that an operator left out of a projection for good. */
public final class SkippedEvents {

    private final JdbcClient jdbc;

    public SkippedEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Their positions; few. */
    public Set<Long> of(String projection) {
        return jdbc
                .sql("select position from readmodel.skipped_event where projection = :projection")
                .param("projection", projection)
                .query(Long.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Skipping twice is no error. */
    public void add(String projection, long position, String reason) {
        jdbc.sql("""
                        insert into readmodel.skipped_event (projection, position, reason)
                        values (:projection, :position, :reason)
                        on conflict do nothing""")
                .param("projection", projection)
                .param("position", position)
                .param("reason", reason)
                .update();
    }
}
