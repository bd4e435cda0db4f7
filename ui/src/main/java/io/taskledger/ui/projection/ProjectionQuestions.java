package io.taskledger.ui.projection;

import java.util.List;
import java.util.Optional;

import io.taskledger.messages.projection.DeadLetter;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.ProjectionQuery;
import io.taskledger.messages.projection.ProjectionStatus;
import io.taskledger.messages.projection.RebuildId;
import io.taskledger.messages.projection.RebuildReport;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** What an operator can know. Where nobody can answer, they throw {@link java.util.concurrent.CompletionException}. */
@Component
class ProjectionQuestions {

    /** As many as one can look through; the count is on the card. */
    private static final int LETTERS = 50;

    private final QueryGateway gateway;

    ProjectionQuestions(QueryGateway gateway) {
        this.gateway = gateway;
    }

    List<ProjectionStatus> all() {
        return gateway.query(
                        new ProjectionQuery.ListProjections(),
                        ResponseTypes.multipleInstancesOf(ProjectionStatus.class))
                .join();
    }

    /** Without its differences. */
    Optional<RebuildReport> latestRebuild(ProjectionId projection) {
        return gateway
                .query(
                        new ProjectionQuery.ListRebuilds(projection, 1),
                        ResponseTypes.multipleInstancesOf(RebuildReport.class))
                .join()
                .stream()
                .findFirst();
    }

    Optional<RebuildReport> rebuild(RebuildId rebuild) {
        return gateway.query(
                        new ProjectionQuery.FindRebuild(rebuild), ResponseTypes.optionalInstanceOf(RebuildReport.class))
                .join();
    }

    List<DeadLetter> deadLetters(ProjectionId projection) {
        return gateway.query(
                        new ProjectionQuery.ListDeadLetters(projection, LETTERS),
                        ResponseTypes.multipleInstancesOf(DeadLetter.class))
                .join();
    }
}
