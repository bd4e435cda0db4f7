package io.taskledger.messages.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

import io.taskledger.messages.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What a mail may tell of a task.
 *
 * @param permission the one that the task is shared with the reader by; empty where they see it otherwise
 */
public record MailedTask(
        TaskId taskId,
        String title,
        boolean completed,
        Optional<Permission> permission,
        @Nullable UserId assignee,
        @Nullable LocalDate dueDate,
        @Nullable LocalTime dueTime) {}
