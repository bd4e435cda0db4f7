package io.taskledger.messages.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;

import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks are asked for: the actor's own, or, where a workspace, a list or an assignee is named or what is
 * shared with the actor is asked for, whatever the actor may see. Null and empty components do not restrict; the others
 * combine by AND.
 *
 * @param tags the task must have all of them, spelled exactly so
 * @param search its words, each a part of title, description, a comment or a tag, ignoring case and accents; no
 *     character has a meaning of its own
 * @param dueFrom included; tasks without a due date drop out
 * @param dueTo included; tasks without a due date drop out
 * @param overdue true: open and due before the reader's now, a day without a time when it is over; false: all the others
 * @param overdueAsOf with {@code overdue}: the reader's now, by their own calendar and clock
 * @param tagsAny the task must have at least one of them, spelled exactly so
 * @param createdFrom included
 * @param createdBefore not included
 * @param shared whether it is shared with anybody
 * @param sharedWithActor true: only what others share with the actor
 */
public record TaskFilter(
        @Nullable Boolean completed,
        @Nullable Priority priority,
        List<String> tags,
        String search,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo,
        @Nullable Boolean overdue,
        @Nullable LocalDateTime overdueAsOf,
        List<String> tagsAny,
        @Nullable Instant createdFrom,
        @Nullable Instant createdBefore,
        @Nullable WorkspaceId workspace,
        @Nullable ListId list,
        @Nullable Assignee assignee,
        @Nullable Boolean shared,
        boolean sharedWithActor) {

    private static final TaskFilter EVERYTHING = new TaskFilterDraft().made();

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
            throw new IllegalArgumentException("overdue needs the reader's now");
        }
    }

    public static TaskFilter everything() {
        return EVERYTHING;
    }

    /** Whether more than the actor's own tasks is asked for. */
    public boolean reachesOut() {
        return workspace != null || list != null || assignee != null || sharedWithActor;
    }

    public TaskFilter completed(@Nullable Boolean value) {
        return with(draft -> draft.completed = value);
    }

    public TaskFilter priority(@Nullable Priority value) {
        return with(draft -> draft.priority = value);
    }

    public TaskFilter tags(List<String> values) {
        return with(draft -> draft.tags = values);
    }

    public TaskFilter search(String value) {
        return with(draft -> draft.search = value);
    }

    public TaskFilter due(@Nullable LocalDate from, @Nullable LocalDate to) {
        return with(draft -> {
            draft.dueFrom = from;
            draft.dueTo = to;
        });
    }

    /** @param asOf the reader's now; may be null where {@code value} is */
    public TaskFilter overdue(@Nullable Boolean value, @Nullable LocalDateTime asOf) {
        return with(draft -> {
            draft.overdue = value;
            draft.overdueAsOf = asOf;
        });
    }

    public TaskFilter tagsAny(List<String> values) {
        return with(draft -> draft.tagsAny = values);
    }

    public TaskFilter created(@Nullable Instant from, @Nullable Instant before) {
        return with(draft -> {
            draft.createdFrom = from;
            draft.createdBefore = before;
        });
    }

    public TaskFilter workspace(@Nullable WorkspaceId value) {
        return with(draft -> draft.workspace = value);
    }

    public TaskFilter list(@Nullable ListId value) {
        return with(draft -> draft.list = value);
    }

    public TaskFilter assignee(@Nullable Assignee value) {
        return with(draft -> draft.assignee = value);
    }

    public TaskFilter shared(@Nullable Boolean value) {
        return with(draft -> draft.shared = value);
    }

    public TaskFilter sharedWithActor(boolean value) {
        return with(draft -> draft.sharedWithActor = value);
    }

    private TaskFilter with(Consumer<TaskFilterDraft> change) {
        var draft = new TaskFilterDraft(this);
        change.accept(draft);
        return draft.made();
    }
}
