package io.taskledger.bench.product;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import io.taskledger.bench.measure.Client;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskId;

/** People's work on tasks: commands through the product's own gateway. */
public final class TaskWork {

    private static final String ONE_TITLE = "Water the plants on the balcony, mornings";
    private static final String OTHER_TITLE = "Water the plants on the balcony, evenings";

    private final Node node;

    public TaskWork(Node node) {
        this.node = node;
    }

    /** Makes a new task each time. */
    public Client creating() {
        return this::create;
    }

    /** Gives one of its own tasks another title each time, one after the other. */
    public Client editing(int tasks) {
        return editing(IntStream.range(0, tasks).mapToObj(task -> create()).toList());
    }

    /** The same in one task that has so many events already. */
    public Client editingLong(int events) {
        var task = create();
        var client = editing(List.of(task));
        try {
            for (int event = 1; event < events; event++) {
                client.act();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return client;
    }

    private Client editing(List<TaskId> own) {
        return new Client() {
            private int edits;

            @Override
            public void act() {
                boolean other = edits / own.size() % 2 == 0;
                edit(own.get(edits++ % own.size()), other);
            }
        };
    }

    TaskId create() {
        var task = TaskId.next();
        node.send(new CreateTask(
                task,
                null,
                ONE_TITLE,
                "The small ones get half a cup; the fig only when its earth is dry.",
                Priority.MEDIUM,
                LocalDate.of(2026, 6, 1),
                null,
                List.of("home", "balcony"),
                false));
        return task;
    }

    void edit(TaskId task, boolean other) {
        node.send(new EditTask(task, TaskEdit.nothing().title(other ? OTHER_TITLE : ONE_TITLE)));
    }
}
