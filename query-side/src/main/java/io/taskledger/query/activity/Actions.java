package io.taskledger.query.activity;

import java.util.List;
import java.util.Optional;

import io.taskledger.messages.ActionId;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each action of a person was about. */
@Component
public final class Actions {

    private static final String NAMED = """
            select coalesce(e.compensates, e.action_id) as action_id
            from %1$s.entry e
            where e.action_id = :action and e.task_id is not null
            limit 1""";

    private static final String DONE_BY = """
            select exists (select from %1$s.entry e where e.action_id = :action and e.actor = :reader)""";

    private static final String TASKS = """
            select e.task_id, bool_or(e.actor = :reader) as own
            from %1$s.entry e
            where e.action_id = :action and e.task_id is not null
            group by e.task_id
            order by e.task_id""";

    private final JdbcClient jdbc;
    private final LiveVersions live;

    Actions(JdbcClient jdbc, LiveVersions live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    /**
     * A task that an action did something to.
     *
     * @param own whether the reader did it
     */
    public record Touched(String task, boolean own) {}

    /** The action itself, of whatever took it back or did it again; empty where no task knows of it. */
    public Optional<ActionId> meantBy(ActionId named) {
        return jdbc.sql(inLiveSchema(NAMED))
                .param("action", named.text())
                .query(String.class)
                .optional()
                .flatMap(ActionId::parse);
    }

    /** Whether the reader did it, whatever it was about. */
    public boolean isDoneBy(String reader, ActionId action) {
        return jdbc.sql(inLiveSchema(DONE_BY))
                .param("action", action.text())
                .param("reader", reader)
                .query(Boolean.class)
                .single();
    }

    /** By their ids. */
    public List<Touched> tasksOf(ActionId action, String reader) {
        return jdbc.sql(inLiveSchema(TASKS))
                .param("action", action.text())
                .param("reader", reader)
                .query((row, index) -> new Touched(row.getString("task_id"), row.getBoolean("own")))
                .list();
    }

    private String inLiveSchema(String sql) {
        return sql.formatted(live.of(Projection.ACTIVITY).schema());
    }
}
