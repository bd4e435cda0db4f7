package io.taskledger.query.history;

import java.util.List;
import java.util.Optional;

import io.taskledger.messages.account.AccountEvent.AccountDeleted;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskPurged;
import io.taskledger.messages.task.TaskEvent.TaskTransferred;
import io.taskledger.messages.task.TaskEvent.VersionNamed;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.projection.RowForm;
import io.taskledger.query.projection.Rows;
import io.taskledger.query.projection.Tables;
import io.taskledger.query.projection.WithoutContent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;

/**
 * Events in, versions out: each event of a task ends its latest version and begins the next, so that the ranges of a task's
 * versions meet without a gap. What is over is written once and never changed. With the task its past goes.
 */
final class HistoryProjection {

    static final List<RowForm<?>> TABLES = List.of(
            LatestVersionEntity.FORM,
            PastVersionEntity.FORM,
            VersionTextsEntity.FORM,
            VersionNameEntity.FORM,
            ErasedWriterEntity.FORM);

    private final Rows<LatestVersionEntity> latest;
    private final Rows<PastVersionEntity> past;
    private final Rows<VersionTextsEntity> wordings;
    private final Rows<VersionNameEntity> names;
    private final Rows<ErasedWriterEntity> erased;

    HistoryProjection(Tables tables) {
        this.latest = tables.rows(LatestVersionEntity.FORM);
        this.past = tables.rows(PastVersionEntity.FORM);
        this.wordings = tables.rows(VersionTextsEntity.FORM);
        this.names = tables.rows(VersionNameEntity.FORM);
        this.erased = tables.rows(ErasedWriterEntity.FORM);
    }

    @EventHandler
    void on(TaskEvent event, DomainEventMessage<?> message, TrackingToken token) {
        var cause = Cause.of(message, token);
        switch (event) {
            case TaskCreated created -> begin(created, cause);
            case TaskPurged _ -> forget(event.taskId().text());
            default -> goOn(event, cause);
        }
    }

    @EventHandler
    void on(AccountDeleted event) {
        if (erased.find(event.userId().text()).isEmpty()) {
            erased.add(new ErasedWriterEntity(event.userId()));
        }
    }

    private void begin(TaskCreated event, Cause cause) {
        if (latest.find(event.taskId().text()).isEmpty()) {
            var wording = new VersionTextsEntity(event, cause);
            wordings.add(wording);
            latest.add(new LatestVersionEntity(event, cause, wording));
        }
    }

    private void goOn(TaskEvent event, Cause cause) {
        var task = latest.find(event.taskId().text()).orElseThrow(() -> new MissingRow(event.taskId(), cause));
        if (!task.reflects(cause)) {
            past.add(new PastVersionEntity(task, cause));
            task.become(event, cause);
            reworded(event, task, cause).ifPresent(wording -> {
                wordings.add(wording);
                task.say(wording);
            });
            if (event instanceof VersionNamed named) {
                name(named);
            }
        }
    }

    private void name(VersionNamed event) {
        var name = new VersionNameEntity(event);
        names.remove(name.id());
        if (event.name().to() != null) {
            names.add(name);
        }
    }

    private Optional<VersionTextsEntity> reworded(TaskEvent event, LatestVersionEntity task, Cause cause) {
        return switch (event) {
            case TaskEdited edited
            when changesTexts(edited) ->
                Optional.of(new VersionTextsEntity(
                        wordings.find(task.wording()).orElseThrow(() -> new MissingRow(event.taskId(), cause)),
                        edited,
                        cause));
            case TaskTransferred transferred -> Optional.of(new VersionTextsEntity(transferred, cause));
            default -> Optional.empty();
        };
    }

    private static boolean changesTexts(TaskEdited edited) {
        return edited.title() != null || edited.description() != null || edited.tags() != null;
    }

    private void forget(String task) {
        latest.remove(task);
        past.removeAllOf(task);
        wordings.removeAllOf(task);
        names.removeAllOf(task);
    }

    /** The projection lacks a row that its events say must be there: a matter for the dead letters, never for silence. */
    static final class MissingRow extends IllegalStateException implements WithoutContent {
        MissingRow(TaskId id, Cause cause) {
            super("nothing is known of " + id + " before the event at position " + cause.position());
        }
    }
}
