package io.taskledger.query.activity;

import java.util.List;

import io.taskledger.messages.activity.ActivityFilter;

/**
 * The log's SQL; {@code %1$s} is the schema of its live version. Who may read what is said here and nowhere else:
 *
 * <ul>
 *   <li>what they did themselves, for ever;
 *   <li>what others did to their account, and to tasks of their own personal workspace;
 *   <li>what others did to tasks that are shared with them now, but for their creation and deletion, which came before
 *       and after;
 *   <li>what others did in workspaces whose member they are now, and to the tasks in there.
 * </ul>
 */
final class ActivitySql {

    /** Wants {@code :actor}, {@code :personal} and {@code :task}. */
    static final String MAY_SEE_TASK = """
            select exists (
              select from %1$s.task t
              where t.id = :task
                and not t.in_trash
                and (t.workspace_id = :personal
                  or exists (select from %1$s.share s where s.task_id = t.id and s.user_id = :actor)
                  or exists (select from %1$s.member m where m.workspace_id = t.workspace_id and m.user_id = :actor)))""";

    static final String COLUMNS = """
            e.id, e.position, e.actor, e.imported_actor, e.via, e.action, e.resource_type, e.resource_id, e.task_id, e.details,
              e.happened_at, e.subject, e.title_subject, e.action_id""";

    static final String SUMMARY = """
            select e.action, e.resource_type, count(*) as entries
            from %1$s.entry e
            where e.actor = :actor
            group by e.action, e.resource_type
            order by e.action, e.resource_type""";

    private static final List<String> BRANCHES = List.of("e.actor = :actor", """
            e.owner = :actor and e.actor is distinct from e.owner
              and (e.stream = :actor
                or exists (select from %1$s.task t where t.id = e.stream and t.workspace_id = :personal))""", """
            e.actor is distinct from :actor
              and not (e.resource_type = 'task' and e.action in ('created', 'deleted'))
              and e.stream in (
                select s.task_id from %1$s.share s join %1$s.task t on t.id = s.task_id
                where s.user_id = :actor and not t.in_trash)""", """
            e.actor is distinct from :actor
              and e.stream in (
                select m.workspace_id from %1$s.member m where m.user_id = :actor
                union all
                select t.id from %1$s.member m join %1$s.task t on t.workspace_id = m.workspace_id
                where m.user_id = :actor and not t.in_trash)""");

    private ActivitySql() {}

    /** Wants what the filter has, and {@code :actor}, {@code :personal}, {@code :most}, {@code :limit}, {@code :offset}. */
    static String page(ActivityFilter filter) {
        return page(wanted(filter));
    }

    /** The same behind {@code :before_at} and {@code :before_position}, where they are given. */
    static String next(ActivityFilter filter, boolean behind) {
        return page(
                behind
                        ? wanted(filter) + " and (e.happened_at, e.position) < (:before_at, :before_position)"
                        : wanted(filter));
    }

    private static String page(String wanted) {
        var branches =
                BRANCHES.stream().map(scope -> """
                        (select e.id, e.happened_at, e.position
                        from %%1$s.entry e
                        where (%s)%s
                        order by e.happened_at desc, e.position desc
                        limit :most)""".formatted(scope, wanted)).toList();
        return """
                select %s, l.recorded_at
                from (
                  %s
                  order by happened_at desc, position desc
                  limit :limit offset :offset) page
                join %%1$s.entry e on e.id = page.id
                join ledger.event l on l.position = e.position
                order by e.happened_at desc, e.position desc""".formatted(COLUMNS, String.join("\nunion\n", branches));
    }

    private static String wanted(ActivityFilter filter) {
        var sql = new StringBuilder();
        if (filter.resourceType() != null) {
            sql.append(" and e.resource_type = :resource_type");
        }
        if (filter.action() != null) {
            sql.append(" and e.action = :action");
        }
        if (filter.person() != null) {
            sql.append(" and (e.actor = :person or e.actor in ("
                    + "select a.id from %2$s.account a where lower(a.username) = lower(:person)))");
        }
        if (filter.from() != null) {
            sql.append(" and e.happened_at >= :from");
        }
        if (filter.to() != null) {
            sql.append(" and e.happened_at <= :to");
        }
        return sql.toString();
    }
}
