package io.taskledger.exchange;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** How what a file holds came to be, as far as the file tells. */
public interface ImportedPast {

    /**
     * A command that is told of the past.
     *
     * @param at when it happened
     * @param by what the file calls the person who did it; null where it does not say
     */
    record Told(Instant at, @Nullable String by, Object command) {}

    /**
     * All of it, oldest first: in the end the workspace's tasks are as an import without history makes them. Times of one
     * stream never go back.
     *
     * @param withWorkspace whether the workspace and its lists are told of as well, the workspace before all else; else
     *     it is there already, with the file's lists as they are now, and tasks only ever stand in those
     * @throws FileRefused where that would be too much
     */
    List<Told> told(ImportedWorkspace workspace, boolean withWorkspace) throws FileRefused;
}
