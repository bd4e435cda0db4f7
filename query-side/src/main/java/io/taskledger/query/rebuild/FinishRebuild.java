package io.taskledger.query.rebuild;

import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.RebuildId;

/**
 * Makes the version live that a rebuild has made and verified. Sent by the rebuild itself, as a command so that the swap and
 * its event are one transaction, which is handled again as a whole where another node has just written to the same log.
 *
 * @param attempt of the rebuild; refused for any but the latest
 */
public record FinishRebuild(ProjectionId projection, RebuildId rebuildId, int attempt, int version, long differences) {}
