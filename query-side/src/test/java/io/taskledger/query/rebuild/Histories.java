package io.taskledger.query.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.taskledger.messages.Actor;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.ReopenTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.People;

/** What people do with tasks, by a seed. */
final class Histories {

    private final Random chance;
    private final List<Actor> people = List.of(People.somebody(), People.somebody(), People.somebody());
    private final List<TaskId> tasks = new ArrayList<>();

    Histories(long seed) {
        chance = new Random(seed);
    }

    Actor owner(TaskId task) {
        return people.get(Math.abs(task.hashCode() % people.size()));
    }

    List<TaskId> tasks() {
        return tasks;
    }

    /** One command after another, decided by the command side. */
    void play(Site site, int commands) {
        for (int count = 0; count < commands; count++) {
            step(site);
        }
    }

    void step(Site site) {
        if (tasks.isEmpty() || chance.nextInt(5) == 0) {
            var task = TaskId.next();
            tasks.add(task);
            site.send(owner(task), CreateTask.titled(task, "Water the ferns 🌱 \\ " + chance.nextInt()));
        } else {
            var task = tasks.get(chance.nextInt(tasks.size()));
            site.send(owner(task), next(task));
        }
    }

    private TaskCommand next(TaskId task) {
        return switch (chance.nextInt(12)) {
            case 0, 1, 2 -> new CompleteTask(task);
            case 3, 4 -> new ReopenTask(task);
            case 5 -> {
                tasks.remove(task);
                yield new DeleteTask(task);
            }
            case 6, 7 -> new EditTask(task, TaskEdit.nothing().priority(Priority.ranked(1 + chance.nextInt(3))));
            case 8, 9 -> new EditTask(task, TaskEdit.nothing().tags(List.of("a\tb", "ü", "\"{},\\")));
            default -> new EditTask(task, TaskEdit.nothing().title("Title " + chance.nextInt()));
        };
    }
}
