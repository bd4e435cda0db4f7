package io.taskledger.query.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;

import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskStatistics;
import io.taskledger.query.task.Overdue;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How tasks are summed up, those that are and those that were. */
public final class Sums {

    /** Many tasks have the same tags: counted by those first, few rows are left to take them apart. */
    private static final String SQL = """
            with own as materialized (
              select
                t.tags,
                count(*) as total,
                count(t.completed_at) as completed,
                count(*) filter (where t.priority = 1) as low,
                count(*) filter (where t.priority = 2) as medium,
                count(*) filter (where t.priority = 3) as high,
                count(*) filter (where <overdue>) as overdue,
                count(*) filter (where t.<shares> > 0) as shared
              from <rows>
              group by t.tags)
            select
              coalesce(sum(total), 0)::bigint as total,
              sum(completed)::bigint as completed,
              sum(low)::bigint as low,
              sum(medium)::bigint as medium,
              sum(high)::bigint as high,
              sum(overdue)::bigint as overdue,
              sum(shared)::bigint as shared,
              (select coalesce(json_object_agg(tag, tasks order by tag), '{}')::text
                from (
                  select tag, sum(own.total)::bigint as tasks
                  from own, lateral (select distinct unnest(own.tags) as tag) tags
                  group by tag) counted) as by_tag
            from own""";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Sums() {}

    /**
     * Wants the parameters of {@link Overdue}, and those of the rows.
     *
     * @param rows what is read, called {@code t}, with its condition
     * @param shares the column that counts with how many people a task is shared
     */
    public static String sql(String rows, String shares) {
        return SQL.replace("<overdue>", Overdue.sql("t"))
                .replace("<rows>", rows)
                .replace("<shares>", shares);
    }

    /** @param comments that are counted elsewhere */
    public static TaskStatistics of(ResultSet row, long comments) throws SQLException {
        var byPriority = new LinkedHashMap<Priority, Long>();
        for (var priority : Priority.values()) {
            var tasks = row.getLong(priority.text());
            if (tasks > 0) {
                byPriority.put(priority, tasks);
            }
        }
        return new TaskStatistics(
                row.getLong("total"),
                row.getLong("completed"),
                byPriority,
                JSON.readValue(row.getString("by_tag"), new TypeReference<LinkedHashMap<String, Long>>() {}),
                row.getLong("overdue"),
                row.getLong("shared"),
                comments);
    }
}
