package io.taskledger.query.task;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;

import io.taskledger.messages.UserId;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * Which tasks a person is told of, as the first condition of every query, and what they may do with each. It decides as
 * the command side does: by their role in the task's workspace, or because it is shared with them; the more counts. What
 * is in the trash is in no scope but {@link #recoverable}.
 *
 * @param roles in workspaces of teams; one's own has no roles
 */
record TaskScope(UserId actor, Map<WorkspaceId, WorkspaceRole> roles) {

    TaskScope {
        roles = Map.copyOf(roles);
    }

    /** What the actor made, wherever they still belong. */
    Specification<TaskEntity> own() {
        return (task, query, build) -> build.and(
                build.isNull(task.get("deletedAt")), build.equal(task.get("owner"), actor.text()), standsWithin(task));
    }

    /** Whatever the actor may see. */
    Specification<TaskEntity> visible() {
        return (task, query, build) -> {
            var shared = query.subquery(String.class);
            var share = shared.from(ShareEntity.class);
            shared.select(share.get("id"))
                    .where(
                            build.equal(share.get("userId"), actor.text()),
                            build.equal(share.get("taskId"), task.get("id")));
            return build.and(build.isNull(task.get("deletedAt")), build.or(standsWithin(task), build.exists(shared)));
        };
    }

    /**
     * The same where many rows are to be looked through: named, what is shared is found by its key.
     *
     * @param shared the tasks that are shared with the actor
     */
    Specification<TaskEntity> visible(List<String> shared) {
        Specification<TaskEntity> standing = (task, query, build) -> standsWithin(task);
        Specification<TaskEntity> there = (task, query, build) -> build.isNull(task.get("deletedAt"));
        return there.and(shared.isEmpty() ? standing : standing.or(TaskRows.amongst(shared)));
    }

    /** What the actor could take out of the trash. */
    Specification<TaskEntity> recoverable() {
        return (task, query, build) -> build.and(
                build.isNotNull(task.get("deletedAt")),
                build.or(
                        task.get("workspaceId").in(workspaces(WorkspaceRole.ADMIN)),
                        build.and(task.get("workspaceId").in(workspaces(WorkspaceRole.EDITOR)), ownedBy(task, build))));
    }

    /** @param shared what a share of the actor's grants; null where there is none */
    @Nullable
    TaskLevel level(TaskEntity task, @Nullable Permission shared) {
        var byShare = shared == null ? null : level(shared);
        var byRole = byRole(task);
        if (byShare == null || byRole == null) {
            return byShare == null ? byRole : byShare;
        }
        return byRole.or(byShare);
    }

    private @Nullable TaskLevel byRole(TaskEntity task) {
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

    private Predicate ownedBy(Root<TaskEntity> task, CriteriaBuilder build) {
        return build.equal(task.get("owner"), actor.text());
    }

    private Predicate standsWithin(Root<TaskEntity> task) {
        return task.get("workspaceId").in(workspaces(WorkspaceRole.VIEWER));
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
