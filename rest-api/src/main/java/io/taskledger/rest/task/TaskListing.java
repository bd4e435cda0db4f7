package io.taskledger.rest.task;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.messages.task.TaskSort.Field;
import io.taskledger.rest.input.Kind;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.input.QueryParameters;

/** Reads which tasks are asked for, and in which order. */
final class TaskListing {

    private static final int LARGEST_PAGE = 100;
    private static final Kind<Field> SORT_BY = sortFields();
    private static final Kind<Boolean> DESCENDING = sortOrders();

    private TaskListing() {}

    /** @param today the reader's, by which a task is overdue */
    static ListTasks read(QueryParameters query, LocalDate today) {
        var completed = query.optional("completed", Kinds.FLAG);
        var priority = query.optional("priority", TaskBodies.PRIORITY);
        var tags = query.optional("tags", Kinds.TEXT);
        var search = query.optional("search", Kinds.TEXT);
        var overdue = query.optional("overdue", Kinds.FLAG);
        var dueAfter = query.optional("due_after", Kinds.DATE);
        var dueBefore = query.optional("due_before", Kinds.DATE);
        var sortBy = query.optional("sort_by", SORT_BY);
        var descending = query.optional("sort_order", DESCENDING);
        var skip = query.optional("skip", Kinds.between(0, Integer.MAX_VALUE));
        var limit = query.optional("limit", Kinds.between(1, LARGEST_PAGE));
        query.enforce();

        var filter = new TaskFilter(
                completed.orNull(),
                priority.orNull(),
                commaList(tags.or("")),
                search.or(""),
                dueAfter.orNull(),
                dueBefore.orNull(),
                overdue.orNull(),
                overdue.sent() ? today : null);
        // Without sort_by the order does not matter to the contract, and sort_order has no meaning.
        var sort = new TaskSort(sortBy.or(Field.CREATED_AT), sortBy.sent() && descending.or(false));
        return new ListTasks(filter, sort, skip.or(0), limit.or(LARGEST_PAGE));
    }

    private static List<String> commaList(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private static Kind<Field> sortFields() {
        var named = new LinkedHashMap<String, Field>();
        named.put("id", Field.ID);
        named.put("title", Field.TITLE);
        named.put("priority", Field.PRIORITY);
        named.put("completed", Field.COMPLETED);
        named.put("created_at", Field.CREATED_AT);
        named.put("due_date", Field.DUE_DATE);
        return Kinds.oneOf(named);
    }

    private static Kind<Boolean> sortOrders() {
        var named = new LinkedHashMap<String, Boolean>();
        named.put("asc", false);
        named.put("desc", true);
        return Kinds.oneOf(named);
    }
}
