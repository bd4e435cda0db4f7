package io.taskledger.query.rebuild;

import java.util.Optional;
import java.util.OptionalDouble;

import io.taskledger.messages.projection.RebuildId;
import io.taskledger.messages.projection.RebuildReport.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What a rebuild writes down while it goes on: for those who watch it, and for whoever takes it over. */
final class RebuildNotes {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    RebuildNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** This node begins; what was counted before is of another attempt, whose version is still to be dropped. */
    int begin(RebuildId id, String node) {
        return jdbc.sql("""
                        update readmodel.rebuild
                        set attempt = attempt + 1, node = :node, events_done = 0, rows_made = 0
                        where id = :id
                        returning attempt""")
                .param("node", node)
                .param("id", id.text())
                .query(Integer.class)
                .single();
    }

    void making(RebuildId id, int version) {
        jdbc.sql("update readmodel.rebuild set version = :version where id = :id")
                .param("version", version)
                .param("id", id.text())
                .update();
    }

    void total(RebuildId id, long upTo, long events) {
        jdbc.sql("update readmodel.rebuild set up_to = :upTo, events_total = :events where id = :id")
                .param("upTo", upTo)
                .param("events", events)
                .param("id", id.text())
                .update();
    }

    /** @return false where the rebuild was cancelled or taken over meanwhile */
    boolean enter(RebuildId id, int attempt, State state) {
        return jdbc.sql("""
                        update readmodel.rebuild
                        set state = :state, ended_at = case when :ended then clock_timestamp() end
                        where id = :id and attempt = :attempt and ended_at is null""")
                        .param("state", state.name())
                        .param("ended", state.ended())
                        .param("id", id.text())
                        .param("attempt", attempt)
                        .update()
                == 1;
    }

    boolean isCancelled(RebuildId id) {
        return jdbc.sql("select state = 'CANCELLED' from readmodel.rebuild where id = :id")
                .param("id", id.text())
                .query(Boolean.class)
                .single();
    }

    void folded(RebuildId id, long rows, long millis) {
        jdbc.sql("""
                        update readmodel.rebuild
                        set rows_made = :rows, fold_millis = :millis, events_done = events_total
                        where id = :id""")
                .param("rows", rows)
                .param("millis", millis)
                .param("id", id.text())
                .update();
    }

    void verified(RebuildId id, Verification.Found found, long restMillis) {
        jdbc.sql("""
                        update readmodel.rebuild
                        set difference_count = :count, explained_count = :explained, differences = :first,
                            rest_millis = :millis
                        where id = :id""")
                .param("count", found.count())
                .param("explained", found.explained())
                .param("first", JSON.writeValueAsString(found.first()))
                .param("millis", restMillis)
                .param("id", id.text())
                .update();
    }

    void fail(RebuildId id, int attempt, String failure) {
        jdbc.sql("update readmodel.rebuild set failure = :failure where id = :id and attempt = :attempt")
                .param("failure", failure)
                .param("id", id.text())
                .param("attempt", attempt)
                .update();
        enter(id, attempt, State.FAILED);
    }

    /**
     * A sign of life.
     *
     * @param millisLeft -1 where nobody can tell
     * @return whether it shall pause; empty where it has ended or is another node's
     */
    Optional<Boolean> beat(RebuildId id, int attempt, long done, double rate, long millisLeft) {
        return jdbc.sql("""
                        update readmodel.rebuild
                        set beat_at = clock_timestamp(), events_done = :done, events_per_second = :rate,
                            millis_left = nullif(:left, -1)
                        where id = :id and attempt = :attempt and ended_at is null
                        returning paused""")
                .param("done", done)
                .param("rate", rate)
                .param("left", millisLeft)
                .param("id", id.text())
                .param("attempt", attempt)
                .query(Boolean.class)
                .optional();
    }

    /** How long all after the fold took when this was last done; empty where it never was, or with too little to go by. */
    OptionalDouble restMillisPerEvent(String projection) {
        return jdbc.sql("""
                        select rest_millis::double precision / events_total
                        from readmodel.rebuild
                        where projection = :projection and rest_millis > 0 and fold_millis > 1000 and events_total > 0
                        order by ended_at desc nulls last
                        limit 1""")
                .param("projection", projection)
                .query(Double.class)
                .optional()
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
    }
}
