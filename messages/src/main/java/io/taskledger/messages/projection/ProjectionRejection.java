package io.taskledger.messages.projection;

import io.taskledger.messages.Rejection;

/** Why an operator was refused. */
public sealed interface ProjectionRejection extends Rejection {

    /** The actor is no admin of the instance. */
    record NotPermitted() implements ProjectionRejection {}

    record NotFound(ProjectionId projection) implements ProjectionRejection {}

    record NoSuchRebuild(RebuildId rebuildId) implements ProjectionRejection {}

    /** One rebuild a projection at a time; also while one is held. */
    record AlreadyRebuilding(ProjectionId projection, RebuildId rebuildId) implements ProjectionRejection {}

    /** The rebuild is not in a state in which this can be done. */
    record WrongState(RebuildId rebuildId, RebuildReport.State state) implements ProjectionRejection {}

    /** Something differs: who swaps all the same says why. */
    record ReasonNeeded(RebuildId rebuildId, long differences) implements ProjectionRejection {}

    record NothingToRollBackTo(ProjectionId projection) implements ProjectionRejection {}

    record NoSuchVersion(ProjectionId projection, int version) implements ProjectionRejection {}

    /** The version is live, or a rebuild's. */
    record VersionInUse(ProjectionId projection, int version) implements ProjectionRejection {}

    /** The version to be made live does not get to where the live one is; nothing was changed. */
    record LaggingBehind(ProjectionId projection, int version) implements ProjectionRejection {}

    record NoSuchDeadLetter(ProjectionId projection, String letterId) implements ProjectionRejection {}

    /** The retried event fails again, or another of its stream does. */
    record StillFailing(ProjectionId projection, String letterId, String cause) implements ProjectionRejection {}

    /** The projection has no rows of an owner, or none of a stream. */
    record NoSuchPart(ProjectionId projection) implements ProjectionRejection {}
}
