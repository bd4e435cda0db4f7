package io.taskledger.query.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

import io.taskledger.messages.Actor;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.task.Delivery.Event;

/** Makes rows of one person's tasks, each a minute after the one before. */
final class Rows {

    private static final Instant FIRST = Instant.parse("2026-03-01T08:00:00Z");

    private final Actor owner;
    private final Delivery delivery = new Delivery();
    private int made;

    Rows(Actor owner) {
        this.owner = owner;
    }

    /** What a row is made of; the rest is of no matter. */
    record Row(
            String title,
            String description,
            Priority priority,
            LocalDate due,
            LocalTime time,
            List<String> tags,
            boolean done) {
        static Row titled(String title) {
            return new Row(title, null, Priority.MEDIUM, null, null, List.of(), false);
        }

        Row described(String text) {
            return new Row(title, text, priority, due, time, tags, done);
        }

        Row of(Priority value) {
            return new Row(title, description, value, due, time, tags, done);
        }

        Row dueOn(LocalDate day) {
            return new Row(title, description, priority, day, time, tags, done);
        }

        Row at(LocalTime value) {
            return new Row(title, description, priority, due, value, tags, done);
        }

        Row tagged(String... words) {
            return new Row(title, description, priority, due, time, List.of(words), done);
        }

        Row completed() {
            return new Row(title, description, priority, due, time, tags, true);
        }
    }

    TaskId add(Row row) {
        return add(List.of(row)).getFirst();
    }

    TaskId add(String title) {
        return add(Row.titled(title));
    }

    /** In one transaction, since a thousand of their own would take long. */
    List<TaskId> add(List<Row> rows) {
        var ids = new ArrayList<TaskId>();
        var events = new ArrayList<Event>();
        for (var row : rows) {
            var id = TaskId.next();
            var at = FIRST.plusSeconds(60L * made++);
            ids.add(id);
            events.add(Event.of(
                    new TaskCreated(
                            id,
                            owner.userId(),
                            null,
                            row.title(),
                            row.description(),
                            row.priority(),
                            row.due(),
                            row.time(),
                            row.tags()),
                    0,
                    at));
            if (row.done()) {
                events.add(Event.of(new TaskCompleted(id), 1, at));
            }
        }
        delivery.deliver(events.toArray(Event[]::new));
        return ids;
    }

    void remove(TaskId id) {
        delivery.deliver(Event.of(new TaskDeleted(id), 1, FIRST));
    }
}
