package io.taskledger.messages.task;

import org.jspecify.annotations.Nullable;

/**
 * A tag that some of a person's own tasks have.
 *
 * @param name as it is written on the tasks: two that differ in case are two
 * @param tasks how many have it, those in the trash left out
 * @param open how many of these are not done
 * @param colour of the palette, 0 to 11; null for none
 */
public record OwnTag(
        String name, long tasks, long open, @Nullable Integer colour) {}
