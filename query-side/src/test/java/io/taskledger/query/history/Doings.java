package io.taskledger.query.history;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.Actor;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.history.HistoryQuery.FindVersion;
import io.taskledger.messages.history.HistoryQuery.ListOwnActions;
import io.taskledger.messages.history.HistoryQuery.PlanUndo;
import io.taskledger.messages.history.OwnActions;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.history.UndoPlan;
import io.taskledger.messages.history.UndoPlan.Sense;
import io.taskledger.messages.task.CompensateTask;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFile;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.messages.task.TaskQuery.ListFiles;
import io.taskledger.messages.task.TaskQuery.ListReminders;
import io.taskledger.messages.task.TaskQuery.ListShares;
import io.taskledger.messages.task.TaskReminder;
import io.taskledger.messages.task.TaskShare;
import io.taskledger.query.Happenings;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.projection.Projection;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/** What people do, undo and do again, decided for real, and how a task stands after it. */
final class Doings {

    private static final int PATIENCE_SECONDS = 10;

    /** A task without its version, its times and its history. */
    record Standing(
            String title,
            @Nullable String description,
            Priority priority,
            @Nullable LocalDate dueDate,
            @Nullable LocalTime dueTime,
            List<String> tags,
            boolean completed,
            TaskHome home,
            @Nullable UserId assignee,
            List<String> comments,
            Map<String, Permission> shares,
            List<String> files,
            List<String> reminders,
            @Nullable String firstVersion) {}

    /** Somebody with an account, called by the id. */
    static Actor somebody() {
        var actor = People.somebody();
        var name = actor.userId().text();
        send(Map.of(MetadataKeys.VIA, "rest"), new RegisterUser(actor.userId(), name, name + "@example.org"));
        return actor;
    }

    static String name(Actor actor) {
        return actor.userId().text();
    }

    /** As one action. */
    static ActionId does(Actor actor, Object... commands) {
        var action = ActionId.next();
        for (var command : commands) {
            send(of(actor, action), command);
        }
        return action;
    }

    /** So that what others did a moment ago is there. */
    static void settle() {
        new Happenings(ReadSide::bean).settle(Projection.TASKS, Projection.ACTIVITY, Projection.HISTORY);
    }

    static Optional<UndoPlan> plan(Actor actor, ActionId action, Sense sense, boolean force) {
        settle();
        return find(actor, new PlanUndo(action, sense, force, null, 0, 1_000), UndoPlan.class);
    }

    /** @return what was done, as planned */
    static UndoPlan undo(Actor actor, ActionId action) {
        return carryOut(actor, plan(actor, action, Sense.UNDO, false).orElseThrow());
    }

    static UndoPlan redo(Actor actor, ActionId action) {
        return carryOut(actor, plan(actor, action, Sense.REDO, false).orElseThrow());
    }

    static UndoPlan carryOut(Actor actor, UndoPlan plan) {
        var metadata = of(actor, ActionId.next());
        metadata.put(plan.sense().key(), plan.action().text());
        plan.tasks().forEach(task -> task.command().ifPresent(command -> send(metadata, command, task.version())));
        return plan;
    }

    static OwnActions ownActions(Actor actor) {
        return find(actor, new ListOwnActions(), OwnActions.class).orElseThrow();
    }

    /** Empty where it is not shown. */
    static Optional<Standing> standing(Actor actor, TaskId task) {
        return find(actor, new FindTask(task), TaskDetails.class).map(found -> standing(found, actor));
    }

    private static Standing standing(TaskDetails task, Actor actor) {
        var id = task.taskId();
        var shares = new TreeMap<String, Permission>();
        list(actor, new ListShares(id), TaskShare.class)
                .forEach(share -> shares.put(share.with().text(), share.permission()));
        return new Standing(
                task.title(),
                task.description(),
                task.priority(),
                task.dueDate(),
                task.dueTime(),
                task.tags(),
                task.completed(),
                task.home(),
                task.assignee(),
                task.comments().stream()
                        .map(comment ->
                                comment.commentId() + comment.author().text() + comment.content() + comment.createdAt())
                        .toList(),
                shares,
                list(actor, new ListFiles(id), TaskFile.class).stream()
                        .map(file -> file.fileId() + file.name())
                        .toList(),
                list(actor, new ListReminders(id), TaskReminder.class).stream()
                        .map(reminder ->
                                reminder.reminderId() + reminder.reminder().toString())
                        .toList(),
                find(actor, new FindVersion(id, 0), TaskVersion.class)
                        .map(TaskVersion::name)
                        .orElse(null));
    }

    static <T> Optional<T> find(Actor actor, Object query, Class<T> answer) {
        return ask(() -> ReadSide.bean(QueryGateway.class)
                .query(new GenericMessage<>(query, People.by(actor)), ResponseTypes.optionalInstanceOf(answer))
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join());
    }

    static <T> List<T> list(Actor actor, Object query, Class<T> answer) {
        return ask(() -> ReadSide.bean(QueryGateway.class)
                .query(new GenericMessage<>(query, People.by(actor)), ResponseTypes.multipleInstancesOf(answer))
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join());
    }

    /** Why it was refused; empty where it was done. */
    static Optional<Rejection> attempt(Actor actor, Object command, long version) {
        try {
            send(of(actor, ActionId.next()), command, version);
            return Optional.empty();
        } catch (CommandRejected rejected) {
            return Optional.of(rejected.rejection());
        }
    }

    private static void send(Map<String, Object> metadata, CompensateTask command, long version) {
        send(metadata, (Object) command, version);
    }

    private static void send(Map<String, Object> metadata, Object command, long version) {
        var all = new HashMap<>(metadata);
        all.put(MetadataKeys.EXPECTED_VERSION, version);
        send(all, command);
    }

    private static void send(Map<String, Object> metadata, Object command) {
        ReadSide.bean(CommandGateway.class)
                .<Object>sendAndWait(
                        GenericCommandMessage.asCommandMessage(command).andMetaData(metadata),
                        PATIENCE_SECONDS,
                        TimeUnit.SECONDS);
    }

    private static Map<String, Object> of(Actor actor, ActionId action) {
        var metadata = new HashMap<>(People.by(actor));
        metadata.put(MetadataKeys.ACTION_ID, action.text());
        return metadata;
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private Doings() {}
}
