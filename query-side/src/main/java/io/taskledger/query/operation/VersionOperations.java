package io.taskledger.query.operation;

import java.util.Optional;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.UserId;
import io.taskledger.messages.projection.ProjectionCommand.DropVersion;
import io.taskledger.messages.projection.ProjectionCommand.RebuildRows;
import io.taskledger.messages.projection.ProjectionCommand.RollBack;
import io.taskledger.messages.projection.ProjectionEvent.RolledBack;
import io.taskledger.messages.projection.ProjectionEvent.RowsRebuilt;
import io.taskledger.messages.projection.ProjectionEvent.VersionDropped;
import io.taskledger.messages.projection.ProjectionRejection.NoSuchPart;
import io.taskledger.messages.projection.ProjectionRejection.NoSuchVersion;
import io.taskledger.messages.projection.ProjectionRejection.NothingToRollBackTo;
import io.taskledger.messages.projection.ProjectionRejection.VersionInUse;
import io.taskledger.messages.projection.RowsOf;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.Versions;
import io.taskledger.query.projection.Versions.Version;
import io.taskledger.query.rebuild.PointerSwap;
import io.taskledger.query.rebuild.RowsAnew;
import io.taskledger.query.rebuild.Workshop;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What operators do to the versions that are there: roll back, drop, mend some rows. */
@Component
class VersionOperations {

    private final Operators operators;
    private final Known known;
    private final Workshop workshop;
    private final Versions versions;
    private final PointerSwap pointer;

    VersionOperations(Operators operators, Known known, Workshop workshop, Versions versions, PointerSwap pointer) {
        this.operators = operators;
        this.known = known;
        this.workshop = workshop;
        this.versions = versions;
        this.pointer = pointer;
    }

    @CommandHandler
    void handle(RollBack command, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        operators.require(actor);
        var before = versions.before(known.live(command.projection()))
                .orElseThrow(() -> new CommandRejected(new NothingToRollBackTo(command.projection())));
        pointer.makeLive(
                before,
                from -> workshop.operations()
                        .record(new RolledBack(command.projection(), from, before.number()), actor));
    }

    @CommandHandler
    void handle(DropVersion command, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        operators.require(actor);
        var live = known.live(command.projection());
        var version = new Version(live.projection(), command.version());
        if (!versions.fed().contains(version)) {
            throw new CommandRejected(new NoSuchVersion(command.projection(), command.version()));
        }
        if (!versions.forget(version)) {
            throw new CommandRejected(new VersionInUse(command.projection(), command.version()));
        }
        workshop.operations().record(new VersionDropped(command.projection(), command.version()), actor);
    }

    @CommandHandler
    void handle(RebuildRows command, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        operators.require(actor);
        var live = known.live(command.projection());
        var streams = BeforeAppending.take(
                workshop.jdbc(), () -> make(known.model(command.projection()), command.rows(), live));
        if (streams == 0) {
            throw new CommandRejected(new NoSuchPart(command.projection()));
        }
        workshop.operations().record(made(command, streams), actor);
    }

    private long make(ReadModel model, RowsOf rows, Version live) {
        return new RowsAnew(workshop, model).make(rows, live);
    }

    private static RowsRebuilt made(RebuildRows command, long streams) {
        Optional<String> stream = command.rows() instanceof RowsOf.Stream(var id) ? Optional.of(id) : Optional.empty();
        Optional<UserId> owner =
                command.rows() instanceof RowsOf.Owner(var userId) ? Optional.of(userId) : Optional.empty();
        return new RowsRebuilt(command.projection(), stream.orElse(null), owner.orElse(null), streams);
    }
}
