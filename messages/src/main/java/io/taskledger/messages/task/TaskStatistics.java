package io.taskledger.messages.task;

import java.util.Map;

/**
 * A person's own tasks, counted.
 *
 * @param byPriority only priorities that occur
 * @param byTag how many tasks have the tag, only tags that occur
 * @param overdue open, and due before today
 * @param shared with anybody at all
 * @param comments that the person wrote and that exist, on anybody's tasks
 */
public record TaskStatistics(
        long total,
        long completed,
        Map<Priority, Long> byPriority,
        Map<String, Long> byTag,
        long overdue,
        long shared,
        long comments) {

    public long incomplete() {
        return total - completed;
    }
}
