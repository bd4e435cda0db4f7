package io.taskledger.rest.task;

import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindPlace;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceQuery.ListWorkspaces;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Where a task shall stand, as a client says it; what is not said stays, and the end of the list is meant.
 *
 * @param workspace with no list: its first one
 * @param neighbour a task's id; null for the end
 * @param before whether it shall come before the neighbour instead of after it
 */
record Destination(
        @Nullable String workspace,
        @Nullable String list,
        @Nullable String neighbour,
        boolean before) {

    static Destination read(JsonBody body) {
        var workspace = body.nullable("workspace_id", Kinds.ID);
        var list = body.nullable("list_id", Kinds.ID);
        var after = body.nullable("after", Kinds.ID);
        var before = body.nullable("before", Kinds.ID);
        body.enforce();
        return new Destination(
                workspace.orNull(),
                list.orNull(),
                before.orNull() == null ? after.orNull() : before.orNull(),
                before.orNull() != null);
    }

    /** @throws Refused where the task, the neighbour or the place does not exist */
    TaskHome find(TaskId task, Gateways gateways) {
        var here = gateways.find(new FindTask(task), TaskDetails.class)
                .orElseThrow(() -> TaskDesk.notFound(task.text()))
                .home();
        var there = workspace(here.workspaceId(), gateways);
        var column =
                list == null ? there.equals(here.workspaceId()) ? here.listId() : ListId.firstOf(there) : list(list);
        return place(there, column, task, gateways);
    }

    /** The same of a task that is not there yet. */
    TaskHome find(WorkspaceId personal, Gateways gateways) {
        var there = workspace(personal, gateways);
        return place(there, list == null ? ListId.firstOf(there) : list(list), null, gateways);
    }

    /** Whether nothing was said. */
    boolean isOpen() {
        return workspace == null && list == null && neighbour == null;
    }

    /** Whether the task stands there already, as far as anything was said. */
    boolean isWhere(TaskHome home) {
        return neighbour == null
                && (workspace == null || workspace.equals(home.workspaceId().text()))
                && (list == null || list.equals(home.listId().text()));
    }

    private TaskHome place(WorkspaceId there, ListId column, @Nullable TaskId task, Gateways gateways) {
        var beside = neighbour == null ? null : TaskDesk.known(neighbour);
        return gateways.find(new FindPlace(there, column, task, beside, before), TaskHome.class)
                .orElseThrow(() -> beside != null
                                && gateways.find(new FindTask(beside), TaskDetails.class)
                                        .isEmpty()
                        ? TaskDesk.notFound(beside.text())
                        : new Refused(
                                ProblemType.NOT_AS_THINGS_STAND,
                                "The neighbour is not in that list, or nothing fits beside it any more"));
    }

    /** A list alone says which workspace is meant, if it is in one of theirs who ask. */
    private WorkspaceId workspace(WorkspaceId usual, Gateways gateways) {
        if (workspace != null) {
            return workspace(workspace);
        }
        if (list == null || list(list).equals(ListId.firstOf(usual))) {
            return usual;
        }
        var wanted = list(list);
        return gateways.list(new ListWorkspaces(), WorkspaceSummary.class).stream()
                .filter(one ->
                        one.lists().stream().anyMatch(known -> known.listId().equals(wanted)))
                .map(WorkspaceSummary::workspaceId)
                .findFirst()
                .orElse(usual);
    }

    private static WorkspaceId workspace(String id) {
        return WorkspaceId.parse(id)
                .orElseThrow(() -> new Refused(ProblemType.NOT_FOUND, "Workspace with ID " + id + " not found"));
    }

    private static ListId list(String id) {
        return ListId.parse(id)
                .orElseThrow(() -> new Refused(ProblemType.NOT_FOUND, "List with ID " + id + " not found"));
    }
}
