package io.taskledger.query.operation;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.projection.ProjectionCommand.CancelRebuild;
import io.taskledger.messages.projection.ProjectionCommand.PauseRebuild;
import io.taskledger.messages.projection.ProjectionCommand.Rebuild;
import io.taskledger.messages.projection.ProjectionCommand.ResumeRebuild;
import io.taskledger.messages.projection.ProjectionCommand.Swap;
import io.taskledger.messages.projection.ProjectionEvent.RebuildAsked;
import io.taskledger.messages.projection.ProjectionEvent.RebuildCancelled;
import io.taskledger.messages.projection.ProjectionEvent.RebuildPaused;
import io.taskledger.messages.projection.ProjectionEvent.RebuildResumed;
import io.taskledger.messages.projection.ProjectionEvent.Swapped;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.ProjectionRejection.AlreadyRebuilding;
import io.taskledger.messages.projection.ProjectionRejection.NoSuchRebuild;
import io.taskledger.messages.projection.ProjectionRejection.ReasonNeeded;
import io.taskledger.messages.projection.ProjectionRejection.WrongState;
import io.taskledger.messages.projection.RebuildId;
import io.taskledger.messages.projection.RebuildReport.State;
import io.taskledger.query.projection.Versions;
import io.taskledger.query.projection.Versions.Version;
import io.taskledger.query.rebuild.OperationLog;
import io.taskledger.query.rebuild.PointerSwap;
import io.taskledger.query.rebuild.RebuildDesk;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rebuilds as operators steer them: asked for here, done by a node in the background. */
@Component
class RebuildOperations {

    private final Operators operators;
    private final Known known;
    private final RebuildDesk desk;
    private final Versions versions;
    private final PointerSwap pointer;
    private final OperationLog log;

    RebuildOperations(
            Operators operators,
            Known known,
            Versions versions,
            PointerSwap pointer,
            OperationLog log,
            JdbcClient jdbc) {
        this.operators = operators;
        this.known = known;
        this.desk = new RebuildDesk(jdbc);
        this.versions = versions;
        this.pointer = pointer;
        this.log = log;
    }

    @CommandHandler
    void handle(Rebuild command, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        operators.require(actor);
        var projection = known.model(command.projection()).name();
        if (desk.state(command.rebuildId()).isPresent()) {
            return;
        }
        var shape = versions.shape(projection);
        if (!desk.ask(command.rebuildId(), projection, shape, command.afterwards(), actor, command.regardless())) {
            throw new CommandRejected(new AlreadyRebuilding(
                    command.projection(), desk.current(projection, shape).orElse(command.rebuildId())));
        }
        log.record(new RebuildAsked(command.projection(), command.rebuildId(), command.afterwards()), actor);
    }

    @CommandHandler
    void handle(PauseRebuild command, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        operators.require(actor);
        pause(command.projection(), command.rebuildId(), true);
        log.record(new RebuildPaused(command.projection(), command.rebuildId()), actor);
    }

    @CommandHandler
    void handle(ResumeRebuild command, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        operators.require(actor);
        pause(command.projection(), command.rebuildId(), false);
        log.record(new RebuildResumed(command.projection(), command.rebuildId()), actor);
    }

    @CommandHandler
    void handle(CancelRebuild command, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        operators.require(actor);
        var state = state(command.projection(), command.rebuildId());
        if (state == State.CANCELLED) {
            return;
        }
        // Its version is left over from then on, and swept like any.
        if (!desk.cancel(command.rebuildId())) {
            throw new CommandRejected(new WrongState(command.rebuildId(), state));
        }
        log.record(new RebuildCancelled(command.projection(), command.rebuildId()), actor);
    }

    @CommandHandler
    void handle(Swap command, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        operators.require(actor);
        var state = state(command.projection(), command.rebuildId());
        var held = desk.held(command.rebuildId())
                .orElseThrow(() -> new CommandRejected(new WrongState(command.rebuildId(), state)));
        if (held.differenceCount() > 0 && command.regardless() == null) {
            throw new CommandRejected(new ReasonNeeded(command.rebuildId(), held.differenceCount()));
        }
        pointer.makeLive(new Version(command.projection().name(), held.version()), from -> {
            if (!desk.swapped(command.rebuildId(), command.regardless())) {
                throw new CommandRejected(new WrongState(command.rebuildId(), State.CANCELLED));
            }
            log.record(
                    new Swapped(
                            command.projection(),
                            command.rebuildId(),
                            from,
                            held.version(),
                            held.differenceCount(),
                            command.regardless()),
                    actor);
        });
    }

    private void pause(ProjectionId projection, RebuildId id, boolean paused) {
        var state = state(projection, id);
        if (!desk.pause(id, paused)) {
            throw new CommandRejected(new WrongState(id, state));
        }
    }

    private State state(ProjectionId projection, RebuildId id) {
        known.model(projection);
        return desk.state(id).orElseThrow(() -> new CommandRejected(new NoSuchRebuild(id)));
    }
}
