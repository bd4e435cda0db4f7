package io.taskledger.rest.admin;

import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.ProjectionRejection;
import io.taskledger.messages.projection.RebuildId;
import io.taskledger.rest.Api;
import io.taskledger.rest.problem.Problem;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.rest.problem.RejectionProblems;

/** Names in addresses. One that cannot be any gets the answer of an unknown one. */
final class Known {

    static final String PROJECTIONS = Api.BASE + "/admin/projections";

    private Known() {}

    static ProjectionId projection(String name) {
        return ProjectionId.parseName(name).orElseThrow(() -> noProjection(name));
    }

    static RebuildId rebuild(String id) {
        return RebuildId.parse(id).orElseThrow(() -> noRebuild(id));
    }

    static int version(ProjectionId projection, String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException none) {
            throw new Refused(Problem.of(
                    ProblemType.NOT_FOUND, "Version " + number + " of projection " + projection.name() + " not found"));
        }
    }

    static Refused noProjection(String name) {
        return new Refused(RejectionProblems.projectionNotFound(name));
    }

    static Refused noRebuild(String id) {
        return new Refused(RejectionProblems.rebuildNotFound(id));
    }

    static Refused noRebuild(RebuildId id) {
        return new Refused(RejectionProblems.wordsFor(new ProjectionRejection.NoSuchRebuild(id)));
    }
}
