package io.taskledger.messages.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import io.taskledger.messages.task.TaskFilter.Assignee;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** A filter that is still being put together: the one place that knows all components at once. */
final class TaskFilterDraft {

    @Nullable
    Boolean completed;

    @Nullable
    Priority priority;

    List<String> tags;
    String search;

    @Nullable
    LocalDate dueFrom;

    @Nullable
    LocalDate dueTo;

    @Nullable
    Boolean overdue;

    @Nullable
    LocalDateTime overdueAsOf;

    List<String> tagsAny;

    @Nullable
    Instant createdFrom;

    @Nullable
    Instant createdBefore;

    @Nullable
    WorkspaceId workspace;

    @Nullable
    ListId list;

    @Nullable
    Assignee assignee;

    @Nullable
    Boolean shared;

    boolean sharedWithActor;

    /** Restricts nothing. */
    TaskFilterDraft() {
        this.tags = List.of();
        this.search = "";
        this.tagsAny = List.of();
    }

    TaskFilterDraft(TaskFilter begun) {
        this.completed = begun.completed();
        this.priority = begun.priority();
        this.tags = begun.tags();
        this.search = begun.search();
        this.dueFrom = begun.dueFrom();
        this.dueTo = begun.dueTo();
        this.overdue = begun.overdue();
        this.overdueAsOf = begun.overdueAsOf();
        this.tagsAny = begun.tagsAny();
        this.createdFrom = begun.createdFrom();
        this.createdBefore = begun.createdBefore();
        this.workspace = begun.workspace();
        this.list = begun.list();
        this.assignee = begun.assignee();
        this.shared = begun.shared();
        this.sharedWithActor = begun.sharedWithActor();
    }

    TaskFilter made() {
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
                shared,
                sharedWithActor);
    }
}
