package io.taskledger.messages.task;

/** An open screen that shows this task should ask again: the read models reflect the event at this position. */
public record TaskTouched(TaskId taskId, long position) {}
