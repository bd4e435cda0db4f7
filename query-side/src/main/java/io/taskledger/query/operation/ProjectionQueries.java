package io.taskledger.query.operation;

import java.util.List;
import java.util.Optional;

import io.taskledger.ledger.LedgerEventStorageEngine;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.projection.DeadLetter;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.ProjectionQuery.FindProjection;
import io.taskledger.messages.projection.ProjectionQuery.FindRebuild;
import io.taskledger.messages.projection.ProjectionQuery.ListDeadLetters;
import io.taskledger.messages.projection.ProjectionQuery.ListProjections;
import io.taskledger.messages.projection.ProjectionQuery.ListRebuilds;
import io.taskledger.messages.projection.ProjectionRejection.NotFound;
import io.taskledger.messages.projection.ProjectionStatus;
import io.taskledger.messages.projection.RebuildReport;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.Versions;
import io.taskledger.query.rebuild.Workshop;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static java.util.Comparator.comparing;

/** What operators are told of projections. */
@Component
class ProjectionQueries {

    private final Operators operators;
    private final Standing standing;
    private final RebuildReports reports;
    private final Letterbox letters;
    private final Versions versions;
    private final LedgerEventStorageEngine engine;

    ProjectionQueries(
            Operators operators,
            RebuildReports reports,
            Letterbox letters,
            Versions versions,
            Workshop workshop,
            JdbcClient jdbc,
            RateLog rates,
            List<ReadModel> models) {
        this.operators = operators;
        this.standing = new Standing(models, versions, jdbc, rates, letters, reports);
        this.reports = reports;
        this.letters = letters;
        this.versions = versions;
        this.engine = workshop.engine();
    }

    @QueryHandler
    List<ProjectionStatus> handle(ListProjections query, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        operators.require(actor);
        var head = engine.settledPosition();
        return standing.models().stream()
                .sorted(comparing(ReadModel::name))
                .map(model -> standing.of(model, head))
                .toList();
    }

    @QueryHandler
    Optional<ProjectionStatus> handle(FindProjection query, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        operators.require(actor);
        return standing.models().stream()
                .filter(model -> model.name().equals(query.projection().name()))
                .findFirst()
                .map(model -> standing.of(model, engine.settledPosition()));
    }

    @QueryHandler
    List<RebuildReport> handle(ListRebuilds query, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        operators.require(actor);
        return reports.latest(known(query.projection()), query.limit());
    }

    @QueryHandler
    Optional<RebuildReport> handle(FindRebuild query, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        operators.require(actor);
        return reports.find(query.rebuildId());
    }

    @QueryHandler
    List<DeadLetter> handle(ListDeadLetters query, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        operators.require(actor);
        return versions.live(known(query.projection()))
                .map(live -> letters.list(live, query.limit()))
                .orElse(List.of());
    }

    private static String known(ProjectionId projection) {
        if (!Projection.isKnown(projection.name())) {
            throw new CommandRejected(new NotFound(projection));
        }
        return projection.name();
    }
}
