package io.taskledger.messages.task;

import java.util.List;

/**
 * A task that a search has found.
 *
 * @param passages where its words were found, the weightiest place first; not all of them where there are many
 */
public record FoundTask(TaskDetails task, List<Passage> passages) {

    public FoundTask {
        passages = List.copyOf(passages);
    }
}
