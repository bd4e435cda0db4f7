package io.taskledger.query.activity;

/**
 * The SQL of notifications; {@code %1$s}, {@code %2$s} and {@code %3$s} are the live schemas of activity, accounts and
 * workspaces. All want {@code :actor} and {@code :personal}, the id of their own workspace.
 */
final class NotificationSql {

    private static final String READ = """
            exists (
              select from %1$s.notification_read r
              where r.user_id = :actor and (r.position = n.position or r.everything and r.position > n.position))""";

    /** Whose they are, and of which tasks. */
    static final String OWN = """
            n.recipient = :actor
              and (n.task_id is null
                or not t.in_trash
                  and (t.workspace_id = :personal
                    or exists (select from %1$s.share s where s.task_id = t.id and s.user_id = :actor)
                    or exists (
                      select from %1$s.member m where m.workspace_id = t.workspace_id and m.user_id = :actor)))""";

    static final String OWN_UNREAD = OWN + " and not " + READ;

    private NotificationSql() {}

    /** Wants {@code :limit} and {@code :skip}. */
    static String page(String wanted) {
        return rows(wanted) + """

                order by n.position desc
                limit :limit offset :skip""";
    }

    /** Wants {@code :position}. */
    static String one() {
        return rows(OWN + " and n.position = :position");
    }

    static String count(String wanted) {
        return """
                select count(*)
                from %1$s.notification n
                left join %1$s.task t on t.id = n.task_id
                where
                """ + wanted;
    }

    private static String rows(String wanted) {
        return """
                select n.position, n.kind, n.actor, u.username as actor_name, n.task_id, t.title, n.workspace_id,
                  w.name as workspace_name, n.part, n.happened_at,
                  exists (select from %1$s.erased e where e.id = t.subject) as erased,
                """ + READ + """
                 as is_read
                from %1$s.notification n
                left join %1$s.task t on t.id = n.task_id
                left join %2$s.account u on u.id = n.actor
                left join %3$s.workspace w on w.id = n.workspace_id
                where
                """ + wanted;
    }
}
