package io.taskledger.query.operation;

import java.util.List;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.ProjectionRejection.NotFound;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.Versions;
import io.taskledger.query.projection.Versions.Version;
import org.springframework.stereotype.Component;

/** The projections that there are. */
@Component
class Known {

    private final List<ReadModel> models;
    private final Versions versions;

    Known(List<ReadModel> models, Versions versions) {
        this.models = models;
        this.versions = versions;
    }

    /** @throws CommandRejected where there is none of this name */
    ReadModel model(ProjectionId projection) {
        return models.stream()
                .filter(model -> model.name().equals(projection.name()))
                .findFirst()
                .orElseThrow(() -> new CommandRejected(new NotFound(projection)));
    }

    /** @throws CommandRejected where there is none of this name, or none of its versions is live yet */
    Version live(ProjectionId projection) {
        return versions.live(model(projection).name()).orElseThrow(() -> new CommandRejected(new NotFound(projection)));
    }
}
