package io.taskledger.rest.task;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;

import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskFilter.Assignee;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.messages.task.TaskSort.Field;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.rest.input.Kind;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.security.Acting;
import org.jspecify.annotations.Nullable;

/** Reads which tasks are asked for, and in which order. */
public final class TaskListing {

    private static final int LARGEST_PAGE = 100;
    private static final Kind<Field> SORT_BY = sortFields();
    private static final Kind<Boolean> DESCENDING = sortOrders();

    private TaskListing() {}

    /**
     * @param clock tells the time
     * @param readersZone by which a task is overdue and a day begins; asked for only where that matters
     */
    public static ListTasks read(QueryParameters query, Clock clock, Supplier<ZoneId> readersZone) {
        var completed = query.optional("completed", Kinds.FLAG);
        var priority = query.optional("priority", TaskBodies.PRIORITY);
        var tags = query.optional("tags", Kinds.TEXT);
        var search = query.optional("search", Kinds.TEXT);
        var tagsAny = query.optional("tags_any", Kinds.TEXT);
        var overdue = query.optional("overdue", Kinds.FLAG);
        var createdAfter = query.optional("created_after", Kinds.DATE);
        var createdBefore = query.optional("created_before", Kinds.DATE);
        var workspace = query.optional("workspace_id", Kinds.TEXT);
        var list = query.optional("list_id", Kinds.TEXT);
        var assignee = query.optional("assignee", Kinds.TEXT);
        var shared = query.optional("shared", Kinds.FLAG);
        var dueAfter = query.optional("due_after", Kinds.DATE);
        var dueBefore = query.optional("due_before", Kinds.DATE);
        var sortBy = query.optional("sort_by", SORT_BY);
        var descending = query.optional("sort_order", DESCENDING);
        var skip = query.optional("skip", Kinds.between(0, Integer.MAX_VALUE));
        var limit = query.optional("limit", Kinds.between(1, LARGEST_PAGE));
        query.enforce();

        var filter = TaskFilter.everything()
                .completed(completed.orNull())
                .priority(priority.orNull())
                .tags(commaList(tags.or("")))
                // Words of nothing but blanks are none: there is nothing to look for.
                .search(search.or("").isBlank() ? "" : search.value())
                .due(dueAfter.orNull(), dueBefore.orNull())
                .overdue(overdue.orNull(), overdue.sent() ? LocalDateTime.now(clock.withZone(readersZone.get())) : null)
                .tagsAny(commaList(tagsAny.or("")))
                .created(
                        midnight(createdAfter.orNull(), 0, readersZone),
                        midnight(createdBefore.orNull(), 1, readersZone))
                // A name that is no id names nothing: so does an id that was never given.
                .workspace(workspace.map(id -> WorkspaceId.parse(id).orElseGet(WorkspaceId::next)))
                .list(list.map(id -> ListId.parse(id).orElseGet(ListId::next)))
                .assignee(assignee.map(TaskListing::assignee))
                .shared(shared.orNull());
        // Without sort_by the order does not matter to the contract, and sort_order has no meaning.
        var sort = new TaskSort(sortBy.or(Field.CREATED_AT), sortBy.sent() && descending.or(false));
        return new ListTasks(filter, sort, skip.or(0), limit.or(LARGEST_PAGE));
    }

    private static @Nullable Instant midnight(@Nullable LocalDate day, int later, Supplier<ZoneId> readersZone) {
        return day == null
                ? null
                : day.plusDays(later).atStartOfDay(readersZone.get()).toInstant();
    }

    private static Assignee assignee(String name) {
        return switch (name) {
            case "none" -> new Assignee(null);
            case "me" -> new Assignee(Acting.now().orElseThrow().userId().text());
            default -> new Assignee(name);
        };
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
        named.put("priority", Field.PRIORITY_NAME);
        named.put("completed", Field.COMPLETED);
        named.put("created_at", Field.CREATED_AT);
        named.put("due_date", Field.DUE_DATE);
        named.put("place", Field.PLACE);
        return Kinds.oneOf(named);
    }

    private static Kind<Boolean> sortOrders() {
        var named = new LinkedHashMap<String, Boolean>();
        named.put("asc", false);
        named.put("desc", true);
        return Kinds.oneOf(named);
    }
}
