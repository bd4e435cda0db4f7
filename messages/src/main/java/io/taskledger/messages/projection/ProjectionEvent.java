package io.taskledger.messages.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.taskledger.messages.StoredAs;
import io.taskledger.messages.UserId;
import org.jspecify.annotations.Nullable;

/** What operators did to a projection. Who and when is in the message. */
public sealed interface ProjectionEvent {

    ProjectionId projection();

    @StoredAs("projection.rebuild-asked")
    record RebuildAsked(ProjectionId projection, RebuildId rebuildId, Afterwards afterwards)
            implements ProjectionEvent {}

    @StoredAs("projection.rebuild-paused")
    record RebuildPaused(ProjectionId projection, RebuildId rebuildId) implements ProjectionEvent {}

    @StoredAs("projection.rebuild-resumed")
    record RebuildResumed(ProjectionId projection, RebuildId rebuildId) implements ProjectionEvent {}

    @StoredAs("projection.rebuild-cancelled")
    record RebuildCancelled(ProjectionId projection, RebuildId rebuildId) implements ProjectionEvent {}

    /**
     * A rebuilt version was made live.
     *
     * @param from version that was live; 0 where none was
     * @param differences that were known and accepted
     * @param regardless why they were
     */
    @StoredAs("projection.swapped")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Swapped(
            ProjectionId projection,
            RebuildId rebuildId,
            int from,
            int to,
            long differences,
            @Nullable String regardless)
            implements ProjectionEvent {}

    @StoredAs("projection.rolled-back")
    record RolledBack(ProjectionId projection, int from, int to) implements ProjectionEvent {}

    @StoredAs("projection.version-dropped")
    record VersionDropped(ProjectionId projection, int version) implements ProjectionEvent {}

    /**
     * Some rows of the live version were made anew.
     *
     * @param stream null where the rows of an owner were
     * @param owner null where the rows of a stream were
     * @param streams how many streams' rows were made anew
     */
    @StoredAs("projection.rows-rebuilt")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowsRebuilt(
            ProjectionId projection,
            @Nullable String stream,
            @Nullable UserId owner,
            long streams) implements ProjectionEvent {}

    /** @param position of the event that was handled after all */
    @StoredAs("projection.dead-letter-retried")
    record DeadLetterRetried(ProjectionId projection, String stream, long position) implements ProjectionEvent {}

    /** @param position of the event that is left out of the projection for good */
    @StoredAs("projection.dead-letter-skipped")
    record DeadLetterSkipped(ProjectionId projection, String stream, long position, String reason)
            implements ProjectionEvent {}
}
