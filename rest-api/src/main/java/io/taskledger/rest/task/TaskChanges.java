package io.taskledger.rest.task;

import java.util.ArrayList;

import io.taskledger.messages.task.CompensateTask;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.AssignTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.MoveTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.Given;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kinds;

/**
 * What is to become of one task: its fields, its place, and whose turn it is. A client may send back all that it was
 * shown; what is so already is no change.
 */
record TaskChanges(TaskEdit edit, Destination destination, Given<String> assignee) {

    static TaskChanges read(JsonBody body) {
        var assignee = body.nullable("assignee", Kinds.TEXT);
        var destination = Destination.read(body);
        return new TaskChanges(TaskBodies.edit(body), destination, assignee);
    }

    boolean areNone() {
        return edit.touchesNothing() && destination.isOpen() && !assignee.sent();
    }

    /**
     * What does it all, or nothing of it: first the place, since who sees the task goes by it.
     *
     * @throws io.taskledger.rest.problem.Refused where there is no such task or place, or the task may not be edited
     */
    Object command(TaskId id, TaskDesk desk, Gateways gateways) {
        var steps = new ArrayList<TaskCommand>();
        if (!destination.isOpen()
                && !destination.isWhere(desk.find(id.text(), TaskLevel.EDIT).home())) {
            steps.add(new MoveTask(id, destination.find(id, gateways)));
        }
        if (!edit.touchesNothing()) {
            steps.add(new EditTask(id, edit));
        }
        if (assignee.sent()) {
            steps.add(new AssignTask(id, assignee.orNull()));
        }
        return switch (steps.size()) {
            // It stands there already: still it is asked whether there is such a task, in that version.
            case 0 -> new EditTask(id, edit);
            case 1 -> steps.getFirst();
            default -> new CompensateTask(id, steps);
        };
    }
}
