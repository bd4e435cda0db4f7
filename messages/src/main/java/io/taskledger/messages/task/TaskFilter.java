package io.taskledger.messages.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks are asked for: the actor's own, or, where a workspace, a list or an assignee is named, whatever the actor
 * may see. Null and empty components do not restrict; the others combine by AND.
 *
 * @param tags the task must have all of them, spelled exactly so
 * @param search in title or description, ignoring case; {@code %} and {@code _} are plain characters
 * @param dueFrom included; tasks without a due date drop out
 * @param dueTo included; tasks without a due date drop out
 * @param overdue true: open and due before the reader's today; false: all the others
 * @param overdueAsOf with {@code overdue}: the reader's today
 * @param tagsAny the task must have at least one of them, spelled exactly so
 * @param createdFrom included
 * @param createdBefore not included
 * @param shared whether it is shared with anybody
 */
public record TaskFilter(
        @Nullable Boolean completed,
        @Nullable Priority priority,
        List<String> tags,
        String search,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo,
        @Nullable Boolean overdue,
        @Nullable LocalDate overdueAsOf,
        List<String> tagsAny,
        @Nullable Instant createdFrom,
        @Nullable Instant createdBefore,
        @Nullable WorkspaceId workspace,
        @Nullable ListId list,
        @Nullable Assignee assignee,
        @Nullable Boolean shared) {

    /**
     * Whose turn it is.
     *
     * @param name a username, ignoring case, or an account's id; null for nobody's
     */
    public record Assignee(@Nullable String name) {}

    public TaskFilter {
        tags = List.copyOf(tags);
        tagsAny = List.copyOf(tagsAny);
        if (overdue != null && overdueAsOf == null) {
            throw new IllegalArgumentException("overdue needs the reader's today");
        }
    }

    public TaskFilter(
            @Nullable Boolean completed,
            @Nullable Priority priority,
            List<String> tags,
            String search,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable Boolean overdue,
            @Nullable LocalDate overdueAsOf) {
        this(
                completed,
                priority,
                tags,
                search,
                dueFrom,
                dueTo,
                overdue,
                overdueAsOf,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static TaskFilter everything() {
        return new TaskFilter(null, null, List.of(), "", null, null, null, null);
    }

    /** Whether more than the actor's own tasks is asked for. */
    public boolean reachesOut() {
        return workspace != null || list != null || assignee != null;
    }

    public TaskFilter completed(@Nullable Boolean value) {
        return new TaskFilter(
                value,
                priority,
                tags,
                search,
                dueFrom,
                dueTo,
                overdue,
                overdueAsOf,
                tagsAny,
                createdFrom,
                createdBefore,
                workspace,
                list,
                assignee,
                shared);
    }

    public TaskFilter search(String value) {
        return new TaskFilter(
                completed,
                priority,
                tags,
                value,
                dueFrom,
                dueTo,
                overdue,
                overdueAsOf,
                tagsAny,
                createdFrom,
                createdBefore,
                workspace,
                list,
                assignee,
                shared);
    }

    public TaskFilter due(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new TaskFilter(
                completed,
                priority,
                tags,
                search,
                from,
                to,
                overdue,
                overdueAsOf,
                tagsAny,
                createdFrom,
                createdBefore,
                workspace,
                list,
                assignee,
                shared);
    }

    public TaskFilter tagsAny(List<String> values) {
        return new TaskFilter(
                completed,
                priority,
                tags,
                search,
                dueFrom,
                dueTo,
                overdue,
                overdueAsOf,
                values,
                createdFrom,
                createdBefore,
                workspace,
                list,
                assignee,
                shared);
    }

    public TaskFilter created(@Nullable Instant from, @Nullable Instant before) {
        return new TaskFilter(
                completed,
                priority,
                tags,
                search,
                dueFrom,
                dueTo,
                overdue,
                overdueAsOf,
                tagsAny,
                from,
                before,
                workspace,
                list,
                assignee,
                shared);
    }

    public TaskFilter workspace(@Nullable WorkspaceId value) {
        return new TaskFilter(
                completed,
                priority,
                tags,
                search,
                dueFrom,
                dueTo,
                overdue,
                overdueAsOf,
                tagsAny,
                createdFrom,
                createdBefore,
                value,
                list,
                assignee,
                shared);
    }

    public TaskFilter list(@Nullable ListId value) {
        return new TaskFilter(
                completed,
                priority,
                tags,
                search,
                dueFrom,
                dueTo,
                overdue,
                overdueAsOf,
                tagsAny,
                createdFrom,
                createdBefore,
                workspace,
                value,
                assignee,
                shared);
    }

    public TaskFilter assignee(@Nullable Assignee value) {
        return new TaskFilter(
                completed,
                priority,
                tags,
                search,
                dueFrom,
                dueTo,
                overdue,
                overdueAsOf,
                tagsAny,
                createdFrom,
                createdBefore,
                workspace,
                list,
                value,
                shared);
    }

    public TaskFilter shared(@Nullable Boolean value) {
        return new TaskFilter(
                completed,
                priority,
                tags,
                search,
                dueFrom,
                dueTo,
                overdue,
                overdueAsOf,
                tagsAny,
                createdFrom,
                createdBefore,
                workspace,
                list,
                assignee,
                value);
    }
}
