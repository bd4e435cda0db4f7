package io.taskledger.query.rebuild;

import java.util.List;
import java.util.Optional;

import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.RebuildId;
import io.taskledger.messages.projection.RebuildReport.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rebuilds in the database: asked for on any node, done by one, told about by all. */
public final class RebuildDesk {

    private static final String OPEN = "state in ('WAITING', 'FOLDING', 'INDEXING', 'CATCHING_UP', 'VERIFYING')";

    private final JdbcClient jdbc;

    public RebuildDesk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A rebuild that is to be done.
     *
     * @param version that an attempt before this one made, 0 for none
     */
    record Asked(
            RebuildId id,
            String projection,
            Afterwards afterwards,
            @Nullable String askedBy,
            int version,
            int attempt,
            @Nullable String regardless) {}

    /** @return false where another is going on or held; the same one asked for twice is one */
    public boolean ask(
            RebuildId id,
            String projection,
            String shape,
            Afterwards afterwards,
            @Nullable String askedBy,
            @Nullable String regardless) {
        jdbc.sql("""
                        insert into readmodel.rebuild (id, projection, shape, afterwards, asked_by, regardless)
                        values (:id, :projection, :shape, :afterwards, :askedBy, :regardless)
                        on conflict do nothing""")
                .param("id", id.text())
                .param("projection", projection)
                .param("shape", shape)
                .param("afterwards", afterwards.name())
                .param("askedBy", askedBy)
                .param("regardless", regardless)
                .update();
        return state(id).isPresent();
    }

    public Optional<State> state(RebuildId id) {
        return jdbc.sql("select state from readmodel.rebuild where id = :id")
                .param("id", id.text())
                .query(String.class)
                .optional()
                .map(State::valueOf);
    }

    /** The rebuild that is going on or held. */
    public Optional<RebuildId> current(String projection, String shape) {
        return jdbc.sql("""
                        select id from readmodel.rebuild
                        where projection = :projection and shape = :shape
                        and state not in ('SWAPPED', 'VERIFIED', 'FAILED', 'CANCELLED')""")
                .param("projection", projection)
                .param("shape", shape)
                .query(String.class)
                .optional()
                .map(RebuildId::new);
    }

    /** @return false where it has no such rebuild that can be told so */
    public boolean pause(RebuildId id, boolean paused) {
        return jdbc.sql("update readmodel.rebuild set paused = :paused where id = :id and " + OPEN)
                        .param("paused", paused)
                        .param("id", id.text())
                        .update()
                == 1;
    }

    /** Ends it; whoever does it finds out at its next beat. @return false where it has ended before */
    public boolean cancel(RebuildId id) {
        return jdbc.sql("""
                        update readmodel.rebuild set state = 'CANCELLED', ended_at = clock_timestamp()
                        where id = :id and ended_at is null""").param("id", id.text()).update() == 1;
    }

    /** The version of a rebuild that was held is live. @return false where it is held no more */
    public boolean swapped(RebuildId id, @Nullable String regardless) {
        return jdbc.sql("""
                        update readmodel.rebuild
                        set state = 'SWAPPED', ended_at = clock_timestamp(), regardless = :regardless
                        where id = :id and state = 'HELD'""")
                        .param("regardless", regardless)
                        .param("id", id.text())
                        .update()
                == 1;
    }

    /** Those that somebody should be doing. */
    List<Asked> open(String projection, String shape) {
        return asked("projection = :projection and shape = :shape and " + OPEN)
                .param("projection", projection)
                .param("shape", shape)
                .query((row, index) -> new Asked(
                        new RebuildId(row.getString("id")),
                        row.getString("projection"),
                        Afterwards.valueOf(row.getString("afterwards")),
                        row.getString("asked_by"),
                        row.getInt("version"),
                        row.getInt("attempt"),
                        row.getString("regardless")))
                .list();
    }

    /** A rebuild whose version waits for a decision. */
    public Optional<Held> held(RebuildId id) {
        return jdbc.sql("select version, difference_count from readmodel.rebuild where id = :id and state = 'HELD'")
                .param("id", id.text())
                .query(Held.class)
                .optional();
    }

    /** @param differenceCount unexplained ones */
    public record Held(int version, long differenceCount) {}

    private JdbcClient.StatementSpec asked(String condition) {
        return jdbc.sql("""
                select id, projection, afterwards, asked_by, version, attempt, regardless
                from readmodel.rebuild where %s order by asked_at""".formatted(condition));
    }
}
