package io.taskledger.query.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import io.taskledger.messages.SetTo;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.ReopenTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskEdit;

/** What a task must look like after some commands, reckoned without events: as a table with one row would keep it. */
final class TaskOracle {

    private Fields fields;
    private boolean deleted;

    /** What can be said of a task without a clock. */
    record Fields(
            String title,
            String description,
            Priority priority,
            LocalDate dueDate,
            LocalTime dueTime,
            List<String> tags,
            boolean completed,
            long version) {

        static Fields of(TaskDetails task) {
            return new Fields(
                    task.title(),
                    task.description(),
                    task.priority(),
                    task.dueDate(),
                    task.dueTime(),
                    task.tags(),
                    task.completed(),
                    task.version());
        }

        Fields completed(boolean wanted) {
            return wanted == completed
                    ? this
                    : new Fields(title, description, priority, dueDate, dueTime, tags, wanted, version + 1);
        }

        Fields edited(TaskEdit edit) {
            var day = value(edit.dueDate(), dueDate);
            var clearsTime = edit.dueDate() != null && day == null && edit.dueTime() == null;
            var edited = new Fields(
                    value(edit.title(), title),
                    value(edit.description(), description),
                    value(edit.priority(), priority),
                    day,
                    clearsTime ? null : value(edit.dueTime(), dueTime),
                    value(edit.tags(), tags),
                    completed,
                    version);
            return edited.equals(this) ? this : edited.later();
        }

        private Fields later() {
            return new Fields(title, description, priority, dueDate, dueTime, tags, completed, version + 1);
        }

        private static <T> T value(SetTo<T> set, T otherwise) {
            return set == null ? otherwise : set.value();
        }
    }

    TaskOracle(TaskCommand beginning) {
        var created = (CreateTask) beginning;
        fields = new Fields(
                        created.title(),
                        created.description(),
                        created.priority(),
                        created.dueDate(),
                        created.dueTime(),
                        created.tags(),
                        false,
                        0)
                .completed(created.completed());
    }

    /** Applies the command, or says that it is one that must be refused. */
    boolean takes(TaskCommand command) {
        if (deleted) {
            return false;
        }
        switch (command) {
            case CreateTask again -> throw new IllegalArgumentException("created twice: " + again);
            case EditTask(var task, var edit, var basedOn) -> {
                var edited = fields.edited(edit);
                if (edited.dueTime() != null && edited.dueDate() == null) {
                    return false;
                }
                fields = edit.completed() == null
                        ? edited
                        : edited.completed(edit.completed().value());
            }
            case CompleteTask ignored -> fields = fields.completed(true);
            case ReopenTask ignored -> fields = fields.completed(false);
            case DeleteTask ignored -> deleted = true;
            default -> throw new IllegalArgumentException("the oracle knows nothing of " + command);
        }
        return true;
    }

    Optional<Fields> fields() {
        return deleted ? Optional.empty() : Optional.of(fields);
    }
}
