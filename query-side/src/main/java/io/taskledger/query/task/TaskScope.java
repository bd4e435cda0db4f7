package io.taskledger.query.task;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.taskledger.messages.UserId;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a person is told of, as the first condition on rows called {@code t} of every query, and what they may do
 * with each. It decides as the command side does: by their role in the task's workspace, or because it is shared with
 * them; the more counts. What is in the trash is in no scope but {@link #recoverable}.
 *
 * @param roles in workspaces of teams; one's own has no roles
 */
record TaskScope(UserId actor, Map<WorkspaceId, WorkspaceRole> roles) {

    private static final String SHARED =
            "t.id = any(array(select s.task_id from %1$s.share s where s.user_id = :actor))";

    TaskScope {
        roles = Map.copyOf(roles);
    }

    /** What the actor made, wherever they still belong. */
    Conditions own() {
        return standing().and("t.owner = :actor", "actor", actor.text());
    }

    /** Whatever the actor may see. What is shared is named, so that it is found by its key where many rows are looked through. */
    Conditions visible() {
        return there().and(
                        "(t.workspace_id = any(:seen) or " + SHARED + ")",
                        Map.of("actor", actor.text(), "seen", named(WorkspaceRole.VIEWER)));
    }

    /** What stands where the actor belongs. */
    Conditions standing() {
        return there().and("t.workspace_id = any(:seen)", "seen", named(WorkspaceRole.VIEWER));
    }

    /** What is shared with the actor. */
    Conditions shared() {
        return there().and(SHARED, "actor", actor.text());
    }

    /** What the actor could take out of the trash. */
    Conditions recoverable() {
        return new Conditions()
                .and("t.deleted_at is not null")
                .and(
                        "(t.workspace_id = any(:administered) or t.workspace_id = any(:edited) and t.owner = :actor)",
                        Map.of(
                                "actor", actor.text(),
                                "administered", named(WorkspaceRole.ADMIN),
                                "edited", named(WorkspaceRole.EDITOR)));
    }

    /**
     * Of whose past the actor is told, where they stand now: {@link #standing}, {@link #shared} and {@link #recoverable} in
     * one, of rows called {@code h} which another projection keeps of each task.
     */
    Conditions remembered() {
        return new Conditions()
                .and(
                        """
                (h.deleted_at is null and h.workspace_id = any(:seen)
                    or h.deleted_at is null
                      and h.task_id = any(array(select s.task_id from %1$s.share s where s.user_id = :actor))
                    or h.deleted_at is not null and h.workspace_id = any(:administered)
                    or h.deleted_at is not null and h.workspace_id = any(:edited) and h.owner = :actor)""",
                        Map.of(
                                "actor", actor.text(),
                                "seen", named(WorkspaceRole.VIEWER),
                                "administered", named(WorkspaceRole.ADMIN),
                                "edited", named(WorkspaceRole.EDITOR)));
    }

    static Conditions called(List<TaskId> ids) {
        return new Conditions()
                .and("t.id = any(:ids)", "ids", ids.stream().map(TaskId::text).toArray(String[]::new));
    }

    private static Conditions there() {
        return new Conditions().and("t.deleted_at is null");
    }

    private String[] named(WorkspaceRole least) {
        return workspaces(least).toArray(String[]::new);
    }

    /** @param shared what a share of the actor's grants; null where there is none */
    @Nullable
    TaskLevel level(TaskRow task, @Nullable Permission shared) {
        var byShare = shared == null ? null : level(shared);
        var byRole = byRole(task);
        if (byShare == null || byRole == null) {
            return byShare == null ? byRole : byShare;
        }
        return byRole.or(byShare);
    }

    private @Nullable TaskLevel byRole(TaskRow task) {
        if (task.workspace().isPersonalOf(actor)) {
            return TaskLevel.ALL;
        }
        return switch (roles.get(task.workspace())) {
            case null -> null;
            case VIEWER -> TaskLevel.VIEW;
            case EDITOR -> task.owner().equals(actor.text()) ? TaskLevel.ALL : TaskLevel.PLACE;
            case ADMIN -> TaskLevel.ALL;
        };
    }

    private static TaskLevel level(Permission shared) {
        return switch (shared) {
            case VIEW -> TaskLevel.VIEW;
            case EDIT -> TaskLevel.EDIT;
        };
    }

    /** One's own and those where one has at least this role. */
    List<String> workspaces(WorkspaceRole least) {
        return Stream.concat(
                        Stream.of(WorkspaceId.personalOf(actor)),
                        roles.entrySet().stream()
                                .filter(member -> member.getValue().includes(least))
                                .map(Map.Entry::getKey))
                .map(WorkspaceId::text)
                .toList();
    }
}
