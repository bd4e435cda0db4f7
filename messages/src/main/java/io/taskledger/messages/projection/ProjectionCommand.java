package io.taskledger.messages.projection;

import io.taskledger.messages.FieldRules;
import io.taskledger.messages.Trimmed;
import org.jspecify.annotations.Nullable;

/**
 * What operators can ask of a projection. Only an admin of the instance may, and the system itself (a message without an
 * actor). Refused with a {@link ProjectionRejection}. Each is recorded as a {@link ProjectionEvent}.
 */
public sealed interface ProjectionCommand {

    /** Reasons are kept for good, so they are short. */
    int REASON_LIMIT = 500;

    ProjectionId projection();

    /**
     * Makes a new version from the ledger, beside the live one. Goes on after the answer: see
     * {@link ProjectionQuery.FindRebuild}.
     *
     * @param rebuildId made by the sender; sent twice, it is one rebuild
     * @param regardless why it shall be made live whatever differs; null to stop at an unexplained difference
     */
    record Rebuild(
            ProjectionId projection,
            RebuildId rebuildId,
            Afterwards afterwards,
            @Nullable String regardless) implements ProjectionCommand {
        public Rebuild {
            requireReason("regardless", regardless);
        }
    }

    /** Makes some rows of the live version anew, and has done so when it is answered. */
    record RebuildRows(ProjectionId projection, RowsOf rows) implements ProjectionCommand {}

    record PauseRebuild(ProjectionId projection, RebuildId rebuildId) implements ProjectionCommand {}

    record ResumeRebuild(ProjectionId projection, RebuildId rebuildId) implements ProjectionCommand {}

    /** Also for a rebuild that is held: its version is dropped. */
    record CancelRebuild(ProjectionId projection, RebuildId rebuildId) implements ProjectionCommand {}

    /**
     * Makes the version of a rebuild that is held live.
     *
     * @param regardless why, although something differs; null where nothing does
     */
    record Swap(
            ProjectionId projection,
            RebuildId rebuildId,
            @Nullable String regardless) implements ProjectionCommand {
        public Swap {
            requireReason("regardless", regardless);
        }
    }

    /** Makes the version live that was before the present one. */
    record RollBack(ProjectionId projection) implements ProjectionCommand {}

    /** Drops a version that is not live. */
    record DropVersion(ProjectionId projection, int version) implements ProjectionCommand {}

    /**
     * Handles a dead letter and those of its stream behind it.
     *
     * @param letterId {@link DeadLetter#id()}
     */
    record RetryDeadLetter(ProjectionId projection, String letterId) implements ProjectionCommand {}

    /** Leaves a dead letter's event out of the projection for good; those of its stream behind it are handled. */
    record SkipDeadLetter(ProjectionId projection, String letterId, String reason) implements ProjectionCommand {
        public SkipDeadLetter {
            requireReason("reason", reason);
        }
    }

    private static void requireReason(String field, @Nullable String text) {
        if (text != null) {
            new FieldRules().length(field, Trimmed.of(text), 1, REASON_LIMIT).enforce();
        }
    }
}
