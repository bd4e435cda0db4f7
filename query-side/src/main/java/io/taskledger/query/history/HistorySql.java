package io.taskledger.query.history;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.taskledger.messages.UserId;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.query.history.Moments.Held;
import io.taskledger.query.task.Conditions;
import io.taskledger.query.task.FilterSql;
import io.taskledger.query.task.PastReaders;
import io.taskledger.query.task.SearchWords;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The versions' SQL; {@code %1$s} is the schema of the live version of the projection. Filters and orders are those of
 * tasks as they are now.
 */
final class HistorySql {

    static final String COLUMNS = """
            v.task_id, v.version, v.position, v.happened_at, nullif(v.until_at, 'infinity') as until_at, v.event, v.actor,
              v.imported_actor, v.via, v.action_id, v.owner, v.workspace_id, v.list_id, v.place, v.priority, v.due_date, v.due_time, v.assignee,
              v.completed_at, v.deleted_at, v.share_count, v.comment_count, v.created_at, v.updated_at, v.title,
              v.description, v.tags, l.recorded_at
            from %1$s.version v
            join ledger.event l on l.position = v.position""";

    /** Naming a version makes the task no other. Of two columns of a name the first counts. */
    private static final String TOLD = """
            select (
                select n.happened_at
                from %1$s.version n
                where n.task_id = v.task_id and n.version > v.version and n.event <> 'task.version-named'
                order by n.version
                limit 1) as until_at,
            """ + COLUMNS + "\nwhere v.task_id = :task";

    /** Wants {@code :task} and {@code :moment}. */
    static final String ONE = TOLD + " and %2$s";

    private static final String LISTED = " and v.event <> 'task.version-named'";

    /** Wants {@code :task}, {@code :limit} and {@code :skip}. */
    static final String VERSIONS = TOLD + LISTED + "\norder by v.version desc\nlimit :limit offset :skip";

    static final String COUNT_VERSIONS = "select count(*) from %1$s.version v where v.task_id = :task" + LISTED;

    /** Wants {@code :keys}, of the form {@code task/version}. */
    static final String NAMES = "select n.id, n.name from %1$s.told_name n where n.id = any(:keys)";

    private static final Map<TaskSort.Field, String> ORDERS = Map.of(
            TaskSort.Field.CREATED_AT, "v.created_at",
            TaskSort.Field.TITLE, "lower(v.title)",
            TaskSort.Field.PRIORITY, "v.priority",
            TaskSort.Field.PRIORITY_NAME, "(array['low', 'medium', 'high'])[v.priority]",
            TaskSort.Field.COMPLETED, "v.completed_at is not null",
            TaskSort.Field.DUE_DATE, "coalesce(v.due_date, date '9999-12-31')",
            TaskSort.Field.PLACE, "v.place");

    private static final Pattern PARAMETER = Pattern.compile(":([a-z_]+)");

    /** Wants {@code :tasks} and {@code :keys}, of the form {@code task/version}. */
    static final String SOME = "select " + COLUMNS + """

            where v.task_id = any(:tasks) and v.task_id || '/' || v.version = any(:keys)""";

    private final Conditions conditions = new Conditions();
    private final Conditions tasks = new Conditions();
    private final Held held;

    /**
     * Only of tasks of which the reader is told.
     *
     * @param assignee whom the filter names; empty where it names nobody whom there is
     */
    HistorySql(TaskFilter filter, UserId actor, Optional<String> assignee, Held held, PastReaders.Reader reader) {
        this.held = held;
        tasks.and(reader.conditionOnLatest());
        conditions.and("v.deleted_at is null");
        if (!filter.reachesOut()) {
            // Whose task it is never changes.
            tasks.and("h.owner = :owner", "owner", actor.text());
        }
        conditions.and(FilterSql.THEN.of(filter, assignee));
        if (filter.list() != null) {
            conditions.and("v.list_id = :list", "list", filter.list().text());
        }
        conditions.and(SearchWords.condition("v", filter.search()));
        if (filter.sharedWithActor()) {
            // With whom a version was shared it does not tell; that the reader may see it is settled elsewhere.
            conditions.and("v.owner <> :reader and v.share_count > 0", "reader", actor.text());
        }
    }

    private String versions(String columns) {
        var asked = columns + " " + conditions.sql();
        return "select %s from (%s) v where %s"
                .formatted(columns, VersionsThen.sql(asked, tasks.sql(), held), conditions.sql());
    }

    /**
     * {@code total}, and what {@link VersionRow} reads: one page. A page without tasks is one row that has the total alone.
     * The texts are looked up for the page, unless the filter or the order asks for them. Wants {@code :limit} and
     * {@code :skip} too.
     */
    String page(TaskSort sort) {
        var order = sort.descending() ? "%1$s.sorted_by desc, %1$s.task_id desc" : "%1$s.sorted_by, %1$s.task_id";
        return """
                with hits as materialized (%1$s)
                select counted.total, v.*
                from (select count(*) as total from hits) counted
                left join (
                  select page.sorted_by, %2$s
                  join (select h.* from hits h order by %3$s limit :limit offset :skip) page
                    on page.task_id = v.task_id and page.version = v.version) v on true
                order by %4$s""".formatted(
                        versions("v.task_id, v.version, %s as sorted_by"
                                .formatted(ORDERS.getOrDefault(sort.by(), "v.task_id"))),
                        COLUMNS,
                        order.formatted("h"),
                        order.formatted("v"));
    }

    /**
     * For a statement of several parts: each part's parameters begin with its own word.
     *
     * @param columns of rows called {@code v}, separated by commas
     */
    String within(String part, String columns) {
        return PARAMETER.matcher(versions(columns)).replaceAll(":" + part + "_$1");
    }

    StatementSpec bind(StatementSpec statement, String part) {
        parameters().forEach((name, value) -> statement.param(part + "_" + name, value));
        return statement;
    }

    StatementSpec bind(StatementSpec statement) {
        return statement.params(parameters());
    }

    private Map<String, Object> parameters() {
        var all = new HashMap<>(conditions.parameters());
        all.putAll(tasks.parameters());
        all.put("moment", held.parameter());
        return all;
    }
}
