package io.taskledger.messages.projection;

/** What operators can ask about projections; refused to others with {@link ProjectionRejection.NotPermitted}. */
public sealed interface ProjectionQuery {

    /** Answered by a {@code List<}{@link ProjectionStatus}{@code >}, by name. */
    record ListProjections() implements ProjectionQuery {}

    /** Answered by an {@code Optional<}{@link ProjectionStatus}{@code >}. */
    record FindProjection(ProjectionId projection) implements ProjectionQuery {}

    /**
     * Answered by a {@code List<}{@link RebuildReport}{@code >}, latest first, without their differences.
     *
     * @param limit 1 to 100
     */
    record ListRebuilds(ProjectionId projection, int limit) implements ProjectionQuery {}

    /** Answered by an {@code Optional<}{@link RebuildReport}{@code >}, with the differences. */
    record FindRebuild(RebuildId rebuildId) implements ProjectionQuery {}

    /**
     * Answered by a {@code List<}{@link DeadLetter}{@code >} of the live version, oldest first.
     *
     * @param limit 1 to 1,000
     */
    record ListDeadLetters(ProjectionId projection, int limit) implements ProjectionQuery {}
}
