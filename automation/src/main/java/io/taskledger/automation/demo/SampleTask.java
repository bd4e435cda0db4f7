package io.taskledger.automation.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * A task of the demo board, and what was done to it, so that its history has something to tell.
 *
 * @param name never changed, since the task's id comes from it
 * @param order of creation among the samples
 */
record SampleTask(
        String name,
        int order,
        String title,
        @Nullable String description,
        Priority priority,
        @Nullable LocalDate due,
        @Nullable LocalTime dueTime,
        List<String> tags,
        List<TaskEdit> edits,
        boolean completed) {

    static SampleTask of(int order, String name, String title, String... tags) {
        return new SampleTask(name, order, title, null, Priority.MEDIUM, null, null, List.of(tags), List.of(), false);
    }

    SampleTask text(String markdown) {
        return new SampleTask(name, order, title, markdown, priority, due, dueTime, tags, edits, completed);
    }

    SampleTask matters(Priority value) {
        return new SampleTask(name, order, title, description, value, due, dueTime, tags, edits, completed);
    }

    SampleTask due(LocalDate day) {
        return new SampleTask(name, order, title, description, priority, day, dueTime, tags, edits, completed);
    }

    SampleTask at(LocalTime time) {
        return new SampleTask(name, order, title, description, priority, due, time, tags, edits, completed);
    }

    SampleTask then(UnaryOperator<TaskEdit> edit) {
        var more = new ArrayList<>(edits);
        more.add(edit.apply(TaskEdit.nothing()));
        return new SampleTask(name, order, title, description, priority, due, dueTime, tags, more, completed);
    }

    SampleTask done() {
        return new SampleTask(name, order, title, description, priority, due, dueTime, tags, edits, true);
    }

    CreateTask creation(TaskId id) {
        return new CreateTask(id, null, title, description, priority, due, dueTime, tags, false);
    }

    /** What happens to it after its creation, in order. */
    List<TaskCommand> later(TaskId id) {
        var commands = new ArrayList<TaskCommand>();
        edits.forEach(edit -> commands.add(new EditTask(id, edit)));
        if (completed) {
            commands.add(new CompleteTask(id));
        }
        return commands;
    }
}
