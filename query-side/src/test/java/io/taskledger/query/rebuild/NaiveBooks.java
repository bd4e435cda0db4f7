package io.taskledger.query.rebuild;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import io.taskledger.messages.Actor;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskStatistics;

/** Keeps account of tasks as a child would, step by step and in one place, to compare the projections with. */
final class NaiveBooks {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    final Map<TaskId, OneTask> tasks = new LinkedHashMap<>();
    final Set<Actor> team = new HashSet<>();

    private final List<Line> lines = new ArrayList<>();

    /** A task as it is now. */
    static final class OneTask {
        final TaskId id;
        final Actor owner;
        Priority priority = Priority.LOW;
        Optional<LocalDate> due = Optional.empty();
        List<String> tags = List.of();
        boolean done;
        boolean inTrash;
        boolean inTeam;
        final Set<Actor> shares = new HashSet<>();
        final Map<CommentId, Actor> comments = new LinkedHashMap<>();

        OneTask(TaskId id, Actor owner) {
            this.id = id;
            this.owner = owner;
        }
    }

    /** @param task null for what was done to the team */
    private record Line(String text, Actor actor, OneTask task, boolean beginningOrEnd) {}

    void write(String action, String type, String resource, Actor actor, OneTask task) {
        var beginningOrEnd = type.equals("task") && Set.of("created", "deleted").contains(action);
        lines.add(new Line(said(action, type, resource, actor.userId().text()), actor, task, beginningOrEnd));
    }

    static String said(String action, String type, String resource, String actor) {
        return action + " " + type + " " + resource + " by " + actor;
    }

    /** Newest first. */
    List<String> readableBy(Actor reader) {
        return lines.reversed().stream()
                .filter(line -> mayRead(line, reader))
                .map(Line::text)
                .toList();
    }

    private boolean mayRead(Line line, Actor reader) {
        if (line.actor().equals(reader)) {
            return true;
        }
        var task = line.task();
        if (task == null) {
            return team.contains(reader);
        }
        if (!task.inTeam && task.owner.equals(reader)) {
            return true;
        }
        if (task.inTrash) {
            return false;
        }
        return task.inTeam && team.contains(reader) || task.shares.contains(reader) && !line.beginningOrEnd();
    }

    TaskStatistics statisticsOf(Actor owner) {
        var byPriority = new HashMap<Priority, Long>();
        var byTag = new TreeMap<String, Long>();
        long total = 0;
        long completed = 0;
        long overdue = 0;
        long shared = 0;
        long comments = 0;
        for (var task : tasks.values()) {
            if (task.inTrash) {
                continue;
            }
            comments += task.comments.values().stream().filter(owner::equals).count();
            if (!task.owner.equals(owner) || (task.inTeam && !team.contains(owner))) {
                continue;
            }
            total++;
            completed += task.done ? 1 : 0;
            overdue += !task.done && task.due.filter(TODAY::isAfter).isPresent() ? 1 : 0;
            shared += task.shares.isEmpty() ? 0 : 1;
            byPriority.merge(task.priority, 1L, Long::sum);
            new HashSet<>(task.tags).forEach(tag -> byTag.merge(tag, 1L, Long::sum));
        }
        return new TaskStatistics(total, completed, byPriority, byTag, overdue, shared, comments);
    }
}
