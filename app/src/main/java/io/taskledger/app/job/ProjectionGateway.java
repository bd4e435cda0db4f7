package io.taskledger.app.job;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.projection.DeadLetter;
import io.taskledger.messages.projection.ProjectionCommand;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.ProjectionQuery;
import io.taskledger.messages.projection.ProjectionStatus;
import io.taskledger.messages.projection.RebuildId;
import io.taskledger.messages.projection.RebuildReport;
import io.taskledger.rest.problem.RejectionProblems;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks about projections and gives orders, as the system: what is refused is a {@link JobRefused}. */
@Component
class ProjectionGateway {

    /** As many as a message may ask for. */
    private static final int ALL_LETTERS = 1_000;

    private final CommandGateway commands;
    private final QueryGateway queries;

    ProjectionGateway(CommandGateway commands, QueryGateway queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** Commands refuse bad fields when they are made: so they are made here. */
    void order(Supplier<ProjectionCommand> command) {
        try {
            commands.<@Nullable Object>sendAndWait(command.get());
        } catch (CommandRejected rejected) {
            throw refused(rejected);
        }
    }

    List<ProjectionStatus> all() {
        return ask(new ProjectionQuery.ListProjections(), ResponseTypes.multipleInstancesOf(ProjectionStatus.class));
    }

    ProjectionStatus one(ProjectionId projection) {
        return ask(
                        new ProjectionQuery.FindProjection(projection),
                        ResponseTypes.optionalInstanceOf(ProjectionStatus.class))
                .orElseThrow(() -> notFound(projection.name()));
    }

    Optional<RebuildReport> rebuild(RebuildId id) {
        return ask(new ProjectionQuery.FindRebuild(id), ResponseTypes.optionalInstanceOf(RebuildReport.class));
    }

    /** The first thousand. */
    List<DeadLetter> deadLetters(ProjectionId projection) {
        return ask(
                new ProjectionQuery.ListDeadLetters(projection, ALL_LETTERS),
                ResponseTypes.multipleInstancesOf(DeadLetter.class));
    }

    static ProjectionId named(@Nullable String name) {
        return ProjectionId.parseName(String.valueOf(name)).orElseThrow(() -> notFound(String.valueOf(name)));
    }

    private static JobRefused notFound(String name) {
        return new JobRefused(
                RejectionProblems.projectionNotFound(name).detail() + "; `taskledger projections list` names them.");
    }

    private <R> R ask(ProjectionQuery query, ResponseType<R> type) {
        try {
            return queries.query(query, type).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof CommandRejected rejected) {
                throw refused(rejected);
            }
            throw failed;
        }
    }

    private static JobRefused refused(CommandRejected rejected) {
        return new JobRefused(RejectionProblems.wordsFor(rejected.rejection()).detail() + ".");
    }
}
