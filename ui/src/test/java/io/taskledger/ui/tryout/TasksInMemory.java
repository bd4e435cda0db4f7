package io.taskledger.ui.tryout;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

import io.taskledger.messages.Changed;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.SetTo;
import io.taskledger.messages.Slice;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.history.HistoryQuery.BlameTask;
import io.taskledger.messages.history.TaskBlame;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskFile;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery;
import io.taskledger.messages.task.TaskRejection;
import io.taskledger.messages.task.TaskReminder;
import io.taskledger.messages.task.TaskShare;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.messages.task.TaskTouched;
import io.taskledger.messages.task.TimelineEntry;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.QueryUpdateEmitter;

/** Answers the messages of tasks from a map, for one person. */
public class TasksInMemory {

    private final Map<TaskId, TaskDetails> tasks = new LinkedHashMap<>();
    private final Map<TaskId, List<TimelineEntry>> timelines = new LinkedHashMap<>();
    private final AtomicLong position = new AtomicLong();
    private final UserId owner;
    private final Clock clock;
    private final QueryUpdateEmitter screens;
    private boolean quiet;

    public TasksInMemory(UserId owner, Clock clock, QueryUpdateEmitter screens) {
        this.owner = owner;
        this.clock = clock;
        this.screens = screens;
    }

    @CommandHandler
    synchronized Receipt handle(TaskCommand.CreateTask made) {
        var now = clock.instant();
        put(
                new TaskDetails(
                        made.taskId(),
                        owner,
                        made.title(),
                        made.description(),
                        made.priority(),
                        made.dueDate(),
                        made.dueTime(),
                        made.tags(),
                        made.completed() ? now : null,
                        now,
                        now,
                        0),
                made.home(),
                new TaskEvent.TaskCreated(
                        made.taskId(),
                        owner,
                        null,
                        made.title(),
                        made.description(),
                        made.priority(),
                        made.dueDate(),
                        made.dueTime(),
                        made.tags()));
        return receipt();
    }

    @CommandHandler
    synchronized Receipt handle(TaskCommand.EditTask asked) {
        var was = known(asked.taskId());
        TaskEdit edit = asked.edit();
        LocalDate date = value(edit.dueDate(), was.dueDate());
        LocalTime time = date == null ? null : value(edit.dueTime(), was.dueTime());
        var now = new TaskDetails(
                was.taskId(),
                owner,
                value(edit.title(), was.title()),
                value(edit.description(), was.description()),
                value(edit.priority(), was.priority()),
                date,
                time,
                value(edit.tags(), was.tags()),
                was.completedAt(),
                was.createdAt(),
                clock.instant(),
                was.version() + 1);
        put(
                at(was.home(), now, now.version()),
                new TaskEvent.TaskEdited(
                        was.taskId(),
                        SubjectId.of(was.owner()),
                        changed(was.title(), now.title()),
                        changed(was.description(), now.description()),
                        changed(was.priority(), now.priority()),
                        changed(was.dueDate(), now.dueDate()),
                        changed(was.dueTime(), now.dueTime()),
                        changed(was.tags(), now.tags())));
        return receipt();
    }

    @CommandHandler
    synchronized Receipt handle(TaskCommand.CompleteTask asked) {
        complete(asked.taskId(), clock.instant(), new TaskEvent.TaskCompleted(asked.taskId()));
        return receipt();
    }

    @CommandHandler
    synchronized Receipt handle(TaskCommand.ReopenTask asked) {
        complete(asked.taskId(), null, new TaskEvent.TaskReopened(asked.taskId()));
        return receipt();
    }

    @CommandHandler
    synchronized Receipt handle(TaskCommand.DeleteTask asked) {
        known(asked.taskId());
        tasks.remove(asked.taskId());
        tell(asked.taskId());
        return receipt();
    }

    @CommandHandler
    synchronized Receipt handle(TaskCommand.MoveTask asked) {
        var was = known(asked.taskId());
        put(
                at(asked.home(), was, was.version() + 1),
                new TaskEvent.TaskMoved(was.taskId(), new Changed<>(was.home(), asked.home())));
        return receipt();
    }

    @QueryHandler
    synchronized Optional<TaskHome> handle(TaskQuery.FindPlace asked) {
        var others = tasks.values().stream()
                .filter(task -> task.home().listId().equals(asked.list()))
                .filter(task -> !task.taskId().equals(asked.moved()))
                .sorted(Comparator.comparing(task -> task.home().place()))
                .toList();
        var at = others.size();
        for (int index = 0; index < others.size(); index++) {
            if (others.get(index).taskId().equals(asked.neighbour())) {
                at = asked.before() ? index : index + 1;
            }
        }
        return Place.between(place(others, at - 1), place(others, at))
                .map(place -> new TaskHome(asked.workspace(), asked.list(), place));
    }

    private static Optional<Place> place(List<TaskDetails> tasks, int at) {
        return at < 0 || at >= tasks.size()
                ? Optional.empty()
                : Optional.of(tasks.get(at).home().place());
    }

    private static TaskDetails at(TaskHome home, TaskDetails was, long version) {
        return new TaskDetails(
                was.taskId(),
                was.owner(),
                was.title(),
                was.description(),
                was.priority(),
                was.dueDate(),
                was.dueTime(),
                was.tags(),
                was.completedAt(),
                was.createdAt(),
                was.updatedAt(),
                version,
                home,
                was.assignee(),
                was.assigneeName(),
                was.deletedAt(),
                was.comments(),
                was.shareCount(),
                was.level());
    }

    @QueryHandler
    List<TaskFile> handle(TaskQuery.ListFiles asked) {
        return List.of();
    }

    @QueryHandler
    List<TaskShare> handle(TaskQuery.ListShares asked) {
        return List.of();
    }

    @QueryHandler
    List<TaskReminder> handle(TaskQuery.ListReminders asked) {
        return List.of();
    }

    @QueryHandler
    synchronized Optional<TaskDetails> handle(TaskQuery.FindTask asked) {
        return Optional.ofNullable(tasks.get(asked.taskId()));
    }

    @QueryHandler
    synchronized Slice<TaskDetails> handle(TaskQuery.ScrollTasks asked) {
        var start = asked.after().isEmpty() ? 0 : Integer.parseInt(asked.after());
        var all = tasks.values().stream()
                .filter(task -> fits(asked.filter(), task))
                .sorted(order(asked.sort()))
                .toList();
        var end = Math.min(all.size(), start + asked.limit());
        return new Slice<>(
                all.subList(start, end), end < all.size() ? Optional.of(Integer.toString(end)) : Optional.empty());
    }

    @QueryHandler
    synchronized Long handle(TaskQuery.CountTasks asked) {
        return tasks.values().stream()
                .filter(task -> fits(asked.filter(), task))
                .count();
    }

    @QueryHandler
    synchronized List<TimelineEntry> handle(TaskQuery.ReadTimeline asked) {
        return List.copyOf(timelines.getOrDefault(asked.taskId(), List.of()));
    }

    private void complete(TaskId task, Instant at, TaskEvent event) {
        var was = known(task);
        put(
                at(
                        was.home(),
                        new TaskDetails(
                                task,
                                owner,
                                was.title(),
                                was.description(),
                                was.priority(),
                                was.dueDate(),
                                was.dueTime(),
                                was.tags(),
                                at,
                                was.createdAt(),
                                clock.instant(),
                                was.version() + 1),
                        was.version() + 1),
                event);
    }

    private void put(TaskDetails task, TaskHome home, TaskEvent event) {
        put(home == null ? task : at(home, task, task.version()), event);
    }

    /** As an import tells of it: of somebody without an account here. */
    public synchronized void told(TaskId task, String name, TaskEvent event) {
        timelines
                .computeIfAbsent(task, _ -> new ArrayList<>())
                .add(new TimelineEntry(
                        UUID.randomUUID().toString(),
                        known(task).version(),
                        position.incrementAndGet(),
                        clock.instant(),
                        clock.instant(),
                        null,
                        name,
                        Via.IMPORT,
                        event));
    }

    private void put(TaskDetails task, TaskEvent event) {
        tasks.put(task.taskId(), task);
        timelines
                .computeIfAbsent(task.taskId(), _ -> new ArrayList<>())
                .add(new TimelineEntry(
                        UUID.randomUUID().toString(),
                        task.version(),
                        position.incrementAndGet(),
                        clock.instant(),
                        clock.instant(),
                        owner.text(),
                        "demo",
                        Via.BROWSER,
                        event));
        if (!quiet) {
            tell(task.taskId());
        }
    }

    /** Who set what is the house's own, and tested there. */
    @QueryHandler
    Optional<TaskBlame> handle(BlameTask asked) {
        return Optional.empty();
    }

    private void tell(TaskId task) {
        screens.emit(TaskQuery.WatchTasks.class, _ -> true, new TaskTouched(task, position.get()));
    }

    private TaskDetails known(TaskId task) {
        return Optional.ofNullable(tasks.get(task))
                .orElseThrow(() -> new CommandRejected(new TaskRejection.NotFound(task)));
    }

    private Receipt receipt() {
        return new Receipt(new AtomicLong(position.get()));
    }

    private static boolean fits(TaskFilter filter, TaskDetails task) {
        var due = task.dueDate();
        return (filter.completed() == null || filter.completed() == task.completed())
                && (filter.priority() == null || filter.priority() == task.priority())
                && task.tags().containsAll(filter.tags())
                && task.title().toLowerCase().contains(filter.search().toLowerCase())
                && (filter.list() == null || filter.list().equals(task.home().listId()))
                && (filter.workspace() == null
                        || filter.workspace().equals(task.home().workspaceId()))
                && !filter.sharedWithActor()
                && (filter.dueFrom() == null || (due != null && !due.isBefore(filter.dueFrom())))
                && (filter.dueTo() == null || (due != null && !due.isAfter(filter.dueTo())));
    }

    private static Comparator<TaskDetails> order(TaskSort sort) {
        Comparator<TaskDetails> order = switch (sort.by()) {
            case CREATED_AT, ID -> Comparator.comparing(task -> task.taskId().text());
            case TITLE -> Comparator.comparing(TaskDetails::title);
            case PRIORITY -> Comparator.comparing(TaskDetails::priority);
            case PRIORITY_NAME -> Comparator.comparing(task -> task.priority().text());
            case COMPLETED -> Comparator.comparing(TaskDetails::completed);
            case PLACE -> Comparator.comparing(task -> task.home().place());
            case DUE_DATE ->
                Comparator.comparing(TaskDetails::dueDate, Comparator.nullsLast(Comparator.naturalOrder()));
        };
        var total = order.thenComparing(task -> task.taskId().text());
        return sort.descending() ? total.reversed() : total;
    }

    private static <T> T value(SetTo<T> set, T otherwise) {
        return set == null ? otherwise : set.value();
    }

    private static <T> Changed<T> changed(T from, T to) {
        return java.util.Objects.equals(from, to) ? null : new Changed<>(from, to);
    }

    /** Forgets everything. */
    public synchronized void clear() {
        tasks.clear();
        timelines.clear();
    }

    synchronized Optional<TaskDetails> find(TaskId task) {
        return Optional.ofNullable(tasks.get(task));
    }

    /** Out of the trash. */
    synchronized void putBack(TaskDetails task) {
        put(task, new TaskEvent.TaskRestored(task.taskId()));
    }

    public synchronized List<TaskDetails> all() {
        return List.copyOf(tasks.values());
    }

    /** As if the person had deleted it in another browser. */
    public void deletedElsewhere(TaskId task) {
        handle(new TaskCommand.DeleteTask(task));
    }

    /** As if somebody had changed it, of which this browser has not heard yet. */
    public synchronized void editedUnnoticed(TaskId task, UnaryOperator<TaskEdit> edit) {
        quiet = true;
        handle(new TaskCommand.EditTask(task, edit.apply(TaskEdit.nothing())));
        quiet = false;
    }

    /** As if the person had completed it in another browser. */
    public void completedElsewhere(TaskId task) {
        handle(new TaskCommand.CompleteTask(task));
    }

    /** At the end of a list. */
    public TaskId givenIn(WorkspaceId workspace, ListId list, String title) {
        var task = TaskId.next();
        var home = new TaskHome(workspace, list, Place.ofAge(task.text()));
        handle(new TaskCommand.CreateTask(task, home, title, null, Priority.MEDIUM, null, null, List.of(), false));
        return task;
    }

    /** For a screen that is to be looked at. */
    public TaskId given(String title, Priority priority, LocalDate due, String... tags) {
        var made =
                new TaskCommand.CreateTask(TaskId.next(), null, title, null, priority, due, null, List.of(tags), false);
        handle(made);
        return made.taskId();
    }
}
