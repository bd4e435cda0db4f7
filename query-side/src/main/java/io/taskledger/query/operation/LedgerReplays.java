package io.taskledger.query.operation;

import java.util.Optional;
import java.util.OptionalLong;

import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.history.FindReplay;
import io.taskledger.messages.history.ReplayId;
import io.taskledger.messages.history.ReplayLedger;
import io.taskledger.messages.history.ReplayRun;
import io.taskledger.query.account.Admins;
import io.taskledger.query.rebuild.Replay;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Replays of the whole ledger as operators ask for them: accepted here, done by a node in the background. */
public final class LedgerReplays {

    private final Operators operators;
    private final Replay replay;
    private final Runs runs;

    public LedgerReplays(Admins admins, Replay replay, Runs runs) {
        this.operators = new Operators(admins);
        this.replay = replay;
        this.runs = runs;
    }

    /** Where replays wait until a node takes them, and where what came of them is kept. */
    public interface Runs {

        /**
         * In the caller's transaction.
         *
         * @param upTo the position; empty for all there is
         */
        void begin(ReplayId id, OptionalLong upTo);

        Optional<ReplayRun> find(ReplayId id);
    }

    @CommandHandler
    void handle(ReplayLedger command, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        operators.require(actor);
        if (runs.find(command.replayId()).isEmpty()) {
            var upTo = command.upTo();
            runs.begin(
                    command.replayId(), upTo == null ? OptionalLong.empty() : OptionalLong.of(replay.position(upTo)));
        }
    }

    @QueryHandler
    Optional<ReplayRun> handle(FindReplay query, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        operators.require(actor);
        return runs.find(query.replayId());
    }
}
