package io.taskledger.messages.task;

import java.time.Instant;

/** A reminder of one's own. */
public record TaskReminder(ReminderId reminderId, Reminder reminder, Instant setAt) {}
