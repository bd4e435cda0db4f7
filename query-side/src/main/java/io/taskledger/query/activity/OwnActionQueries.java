package io.taskledger.query.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.Actor;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.activity.Activity;
import io.taskledger.messages.history.HistoryQuery.ListOwnActions;
import io.taskledger.messages.history.OwnActions;
import io.taskledger.messages.history.OwnActions.OwnAction;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person did last to tasks, and what of it is taken back. */
@Component
class OwnActionQueries {

    /** How far one can go back. */
    private static final int LIMIT = 50;

    /** What could not be taken back, or was done to a task that is gone or hidden, would stand in the way of what can. */
    private static final String OWN = """
            e.actor = :actor and e.action_id is not null and e.compensates is null and e.task_id is not null
              and e.action not in ('purged', 'reminded')
              and not (e.resource_type = 'file' and e.action = 'deleted')
              and case when e.action = 'unshared'
                then e.details::json ->> 'unshared_user_id' is distinct from :actor
                else true end
              and exists (
                select from %1$s.task t
                where t.id = e.task_id
                  and (t.owner = :actor
                    or t.workspace_id in (select m.workspace_id from %1$s.member m where m.user_id = :actor)
                    or t.id in (select s.task_id from %1$s.share s where s.user_id = :actor)))
              and (
                select last.action
                from %1$s.entry last
                where last.stream = e.task_id
                order by last.happened_at desc, last.position desc
                limit 1) <> 'purged'""";

    /** From one action to the next older by the index: one of many tasks has as many entries. */
    private static final String ACTIONS = """
            with recursive own (action_id) as (
              (select e.action_id from %1$s.entry e where <own> order by e.action_id desc limit 1)
              union all
              select (
                select e.action_id from %1$s.entry e
                where <own> and e.action_id < own.action_id
                order by e.action_id desc
                limit 1)
              from own
              where own.action_id is not null)
            select action_id from own where action_id is not null limit :limit""".replace("<own>", OWN);

    private static final String EXTENTS = """
            select e.action_id, count(distinct e.task_id) as tasks, min(e.position) as first
            from %1$s.entry e
            where e.action_id in (:actions) and e.task_id is not null
            group by e.action_id""";

    private static final String FIRST = "select " + ActivitySql.COLUMNS + """
            , l.recorded_at
            from %1$s.entry e
            join ledger.event l on l.position = e.position
            where e.position in (:positions)""";

    private static final String TAKEN_BACK = """
            select distinct on (e.compensates) e.compensates, e.compensation, e.actor, e.position
            from %1$s.entry e
            where e.compensates in (:actions)
            order by e.compensates, e.position desc""";

    private final JdbcClient jdbc;
    private final LiveVersions live;
    private final Telling telling;

    OwnActionQueries(JdbcClient jdbc, LiveVersions live, Telling telling) {
        this.jdbc = jdbc;
        this.live = live;
        this.telling = telling;
    }

    @QueryHandler
    Optional<OwnActions> handle(ListOwnActions query, Actor actor) {
        var ids = jdbc.sql(inLiveSchema(ACTIONS))
                .param("actor", actor.userId().text())
                .param("limit", LIMIT)
                .query((row, index) -> row.getString("action_id"))
                .list();
        if (ids.isEmpty()) {
            return Optional.of(new OwnActions(List.of(), Optional.empty(), Optional.empty()));
        }
        var extents = extents(ids);
        var begun = begun(extents);
        var back = takenBack(ids);
        var actions = ids.stream()
                .map(id -> action(id, known(extents.get(id)), begun, back.get(id)))
                .toList();
        return Optional.of(new OwnActions(actions, undo(actions), redo(actions, back, actor)));
    }

    private static OwnAction action(String id, Extent extent, Map<Long, Activity> begun, @Nullable Compensation last) {
        var first = known(begun.get(extent.first()));
        return new OwnAction(
                new ActionId(id),
                first.happenedAt(),
                extent.first(),
                extent.tasks(),
                first,
                last != null && last.undoes());
    }

    private static Optional<ActionId> undo(List<OwnAction> actions) {
        return actions.stream()
                .filter(action -> !action.undone())
                .map(OwnAction::actionId)
                .findFirst();
    }

    /** What was taken back last, as long as nothing else was done after that. */
    private static Optional<ActionId> redo(List<OwnAction> actions, Map<String, Compensation> back, Actor actor) {
        var newest = actions.stream()
                .filter(action -> !action.undone())
                .filter(action -> !back.containsKey(action.actionId().text()))
                .mapToLong(OwnAction::position)
                .max()
                .orElse(0);
        return back.entrySet().stream()
                .filter(one -> one.getValue().undoes()
                        && one.getValue().position() > newest
                        && actor.userId().text().equals(one.getValue().actor()))
                .max(Map.Entry.comparingByValue((a, b) -> Long.compare(a.position(), b.position())))
                .map(one -> new ActionId(one.getKey()));
    }

    private Map<String, Extent> extents(List<String> ids) {
        var extents = new HashMap<String, Extent>();
        jdbc.sql(inLiveSchema(EXTENTS)).param("actions", ids).query(row -> {
            extents.put(row.getString("action_id"), new Extent(row.getLong("tasks"), row.getLong("first")));
        });
        return extents;
    }

    /** By position. */
    private Map<Long, Activity> begun(Map<String, Extent> extents) {
        var entries = jdbc.sql(inLiveSchema(FIRST))
                .param("positions", extents.values().stream().map(Extent::first).toList())
                .query(RecordedEntry::of)
                .list();
        var begun = new HashMap<Long, Activity>();
        telling.of(entries).forEach(entry -> begun.put(entry.position(), entry));
        return begun;
    }

    /** Of those that somebody took back: what was done last about it. */
    private Map<String, Compensation> takenBack(List<String> ids) {
        var back = new HashMap<String, Compensation>();
        jdbc.sql(inLiveSchema(TAKEN_BACK)).param("actions", ids).query(row -> {
            back.put(row.getString("compensates"), Compensation.of(row));
        });
        return back;
    }

    private static <T> T known(@Nullable T one) {
        return Objects.requireNonNull(one, "each action has its first entry");
    }

    private String inLiveSchema(String sql) {
        return sql.formatted(live.of(Projection.ACTIVITY).schema());
    }

    private record Extent(long tasks, long first) {}

    private record Compensation(boolean undoes, @Nullable String actor, long position) {
        static Compensation of(ResultSet row) throws SQLException {
            return new Compensation(
                    MetadataKeys.UNDOES.equals(row.getString("compensation")),
                    row.getString("actor"),
                    row.getLong("position"));
        }
    }
}
