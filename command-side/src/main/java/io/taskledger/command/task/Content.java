package io.taskledger.command.task;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.taskledger.command.workspace.Workspaces;
import io.taskledger.messages.Actor;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.TagCommand.RenameTag;
import io.taskledger.messages.task.TagCommand.TagTask;
import io.taskledger.messages.task.TagCommand.UntagTask;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.ReopenTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskReopened;
import io.taskledger.messages.task.TaskRejection.EditedMeanwhile;
import io.taskledger.messages.task.TaskRejection.TagNotFound;
import io.taskledger.messages.task.TaskRejection.Winner;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** What a task says and whether it is done: decides about edits, and which of two at once counts. */
// Fields are assigned where events are applied, never in a constructor.
@SuppressWarnings("NullAway.Init")
final class Content {

    private final Access access;
    private TaskFields fields;
    private boolean completed;
    private final Map<TaskField, LastChange> lastChanges = new EnumMap<>(TaskField.class);

    /** @param who null where the system did it */
    private record LastChange(long version, @Nullable UserId who) {}

    Content(Access access) {
        this.access = access;
    }

    @CommandHandler
    void handle(EditTask command, Actor actor, Workspaces workspaces) {
        access.require(actor, Level.EDIT, workspaces);
        if (command.basedOn() != null) {
            requireUnchangedSince(command.basedOn(), command.edit());
        }
        edit(command.edit());
    }

    @CommandHandler
    void handle(CompleteTask command, Actor actor, Workspaces workspaces) {
        access.require(actor, Level.EDIT, workspaces);
        setCompleted(true);
    }

    @CommandHandler
    void handle(ReopenTask command, Actor actor, Workspaces workspaces) {
        access.require(actor, Level.EDIT, workspaces);
        setCompleted(false);
    }

    @CommandHandler
    void handle(TagTask command, Actor actor, Workspaces workspaces) {
        access.require(actor, Level.EDIT, workspaces);
        var lacking = command.tags().stream().distinct().filter(tag -> !hasTag(tag));
        edit(TaskEdit.nothing()
                .tags(Stream.concat(fields.tags().stream(), lacking).toList()));
    }

    @CommandHandler
    void handle(UntagTask command, Actor actor, Workspaces workspaces) {
        access.require(actor, Level.EDIT, workspaces);
        if (!hasTag(command.tag())) {
            throw new CommandRejected(new TagNotFound(access.taskId(), command.tag()));
        }
        edit(TaskEdit.nothing()
                .tags(fields.tags().stream()
                        .filter(tag -> !tag.equals(command.tag()))
                        .toList()));
    }

    @CommandHandler
    void handle(RenameTag command, Actor actor, Workspaces workspaces) {
        access.require(actor, Level.EDIT, workspaces);
        if (hasTag(command.tag())) {
            edit(TaskEdit.nothing()
                    .tags(fields.tags().stream()
                            .map(tag -> tag.equals(command.tag()) ? command.newName() : tag)
                            .distinct()
                            .toList()));
        }
    }

    @EventSourcingHandler
    void on(TaskCreated event) {
        fields = TaskFields.of(event);
    }

    @EventSourcingHandler
    void on(TaskEdited event, @SequenceNumber long version, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        fields = fields.after(event);
        TaskField.changedBy(event).forEach(field -> changed(field, version, actor));
    }

    @EventSourcingHandler
    void on(
            TaskCompleted event,
            @SequenceNumber long version,
            @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        completed = true;
        changed(TaskField.COMPLETED, version, actor);
    }

    @EventSourcingHandler
    void on(
            TaskReopened event,
            @SequenceNumber long version,
            @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        completed = false;
        changed(TaskField.COMPLETED, version, actor);
    }

    /** Asking for what holds already is not an error, and nothing happens. */
    void edit(TaskEdit edit) {
        var event = fields.edited(access.taskId(), access.subject(), edit);
        if (event != null) {
            apply(event);
        }
        var done = edit.completed();
        if (done != null) {
            setCompleted(done.value());
        }
    }

    TaskFields fields() {
        return fields;
    }

    boolean completed() {
        return completed;
    }

    private void setCompleted(boolean wanted) {
        if (wanted != completed) {
            apply(wanted ? new TaskCompleted(access.taskId()) : new TaskReopened(access.taskId()));
        }
    }

    private boolean hasTag(String tag) {
        return fields.tags().contains(tag);
    }

    private void changed(TaskField field, long version, @Nullable String actor) {
        lastChanges.put(field, new LastChange(version, actor == null ? null : new UserId(actor)));
    }

    private void requireUnchangedSince(long version, TaskEdit edit) {
        var winners = wouldChange(edit)
                .map(field -> winner(field, version))
                .filter(Objects::nonNull)
                .toList();
        if (!winners.isEmpty()) {
            throw new CommandRejected(new EditedMeanwhile(access.taskId(), winners));
        }
    }

    /** Only what would get another value: two who want the same don't contradict each other. */
    private Stream<TaskField> wouldChange(TaskEdit edit) {
        var event = fields.edited(access.taskId(), access.subject(), edit);
        var done = edit.completed() != null && edit.completed().value() != completed;
        return Stream.concat(
                event == null ? Stream.of() : TaskField.changedBy(event),
                done ? Stream.of(TaskField.COMPLETED) : Stream.of());
    }

    private @Nullable Winner winner(TaskField field, long version) {
        var last = lastChanges.get(field);
        if (last == null || last.version() <= version) {
            return null;
        }
        return new Winner(field.text(), field.of(fields, completed), last.who());
    }
}
