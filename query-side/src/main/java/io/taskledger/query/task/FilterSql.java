package io.taskledger.query.task;

import java.util.List;
import java.util.Optional;

import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.FieldRules;
import io.taskledger.messages.task.TaskFilter;

/**
 * Which rows a filter leaves, but for its words, its list and for what is shared with whom: the same for tasks as they are and as
 * they were.
 *
 * @param row the alias
 * @param completed whether the row's task is
 * @param overdue the same; wants {@link Overdue#parameters}
 * @param due the column of the due date; may hold any late date where there is none
 */
public record FilterSql(String row, String completed, String overdue, String due) {

    /** Of tasks as they are, by the columns that their indexes know: of due times those know the days only. */
    static final FilterSql NOW = new FilterSql("t", "t.completed", """
            (not t.completed and t.due_order <= :today
                and (t.due_order < :today or t.due_time is not null and t.due_time < :time))""", "due_order");

    /** Of versions of tasks. */
    public static final FilterSql THEN =
            new FilterSql("v", "(v.completed_at is not null)", Overdue.sql("v"), "due_date");

    /** @param assignee whom the filter names; empty where it names nobody whom there is */
    public Conditions of(TaskFilter filter, Optional<String> assignee) {
        var all = new Conditions();
        if (filter.completed() != null) {
            all.and(isOrIsNot(completed, filter.completed()));
        }
        if (filter.priority() != null) {
            all.and(row + ".priority = :priority", "priority", filter.priority().rank());
        }
        byTags(filter, all);
        byTime(filter, all);
        if (filter.workspace() != null) {
            all.and(
                    row + ".workspace_id = :workspace",
                    "workspace",
                    filter.workspace().text());
        }
        if (filter.assignee() != null && filter.assignee().name() == null) {
            all.and(row + ".assignee is null");
        } else if (filter.assignee() != null) {
            all.and(row + ".assignee = :assignee", "assignee", assignee.orElse(""));
        }
        if (filter.shared() != null) {
            all.and(isOrIsNot("(" + row + ".share_count > 0)", filter.shared()));
        }
        return all;
    }

    private void byTags(TaskFilter filter, Conditions all) {
        if (!filter.tags().isEmpty()) {
            all.and(String.valueOf(filter.tags().stream().allMatch(FieldRules::isStorable)));
            all.and(row + ".tags @> cast(:tags as text[])", "tags", storable(filter.tags()));
        }
        if (!filter.tagsAny().isEmpty()) {
            all.and(row + ".tags && cast(:tags_any as text[])", "tags_any", storable(filter.tagsAny()));
        }
    }

    private void byTime(TaskFilter filter, Conditions all) {
        if (filter.dueFrom() != null) {
            all.and(row + ".due_date is not null");
            all.and(row + "." + due + " >= :due_from", "due_from", filter.dueFrom());
        }
        if (filter.dueTo() != null) {
            all.and(row + ".due_date is not null");
            all.and(row + "." + due + " <= :due_to", "due_to", filter.dueTo());
        }
        if (filter.overdue() != null && filter.overdueAsOf() != null) {
            all.and(isOrIsNot(overdue, filter.overdue()), Overdue.parameters(filter.overdueAsOf()));
        }
        if (filter.createdFrom() != null) {
            all.and(row + ".created_at >= :created_from", "created_from", Timestamps.utc(filter.createdFrom()));
        }
        if (filter.createdBefore() != null) {
            all.and(row + ".created_at < :created_before", "created_before", Timestamps.utc(filter.createdBefore()));
        }
    }

    /** In words rather than by a value, so that indexes of what is open serve. */
    private static String isOrIsNot(String condition, boolean is) {
        return is ? condition : "not " + condition;
    }

    private static String[] storable(List<String> texts) {
        return texts.stream().filter(FieldRules::isStorable).toArray(String[]::new);
    }
}
