package io.taskledger.messages.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

import io.taskledger.messages.FieldRules;
import io.taskledger.messages.SetTo;
import io.taskledger.messages.Trimmed;
import org.jspecify.annotations.Nullable;

/**
 * New values for some of a task's fields; a null component leaves its field alone. A value that the task already has is
 * no change.
 *
 * @param completed completes or reopens the task together with the edit
 */
public record TaskEdit(
        @Nullable SetTo<String> title,
        @Nullable SetTo<@Nullable String> description,
        @Nullable SetTo<Priority> priority,
        @Nullable SetTo<@Nullable LocalDate> dueDate,
        @Nullable SetTo<@Nullable LocalTime> dueTime,
        @Nullable SetTo<List<String>> tags,
        @Nullable SetTo<Boolean> completed) {

    /** @throws io.taskledger.messages.CommandRejected where a value breaks a rule */
    public TaskEdit {
        var rules = new FieldRules();
        if (title != null) {
            TaskRules.title(rules, title.value());
            title = new SetTo<>(Trimmed.of(title.value()));
        }
        if (description != null) {
            TaskRules.description(rules, description.value());
        }
        if (dueDate != null) {
            TaskRules.dueDate(rules, dueDate.value());
        }
        if (tags != null) {
            TaskRules.tags(rules, tags.value());
            tags = new SetTo<>(List.copyOf(tags.value()));
        }
        rules.enforce();
    }

    public static TaskEdit nothing() {
        return new TaskEdit(null, null, null, null, null, null, null);
    }

    /** Whether no field at all is to be touched. */
    public boolean touchesNothing() {
        return Stream.of(title, description, priority, dueDate, dueTime, tags, completed)
                .allMatch(field -> field == null);
    }

    public TaskEdit title(String value) {
        return new TaskEdit(new SetTo<>(value), description, priority, dueDate, dueTime, tags, completed);
    }

    public TaskEdit description(@Nullable String value) {
        return new TaskEdit(title, new SetTo<>(value), priority, dueDate, dueTime, tags, completed);
    }

    public TaskEdit priority(Priority value) {
        return new TaskEdit(title, description, new SetTo<>(value), dueDate, dueTime, tags, completed);
    }

    public TaskEdit dueDate(@Nullable LocalDate value) {
        return new TaskEdit(title, description, priority, new SetTo<>(value), dueTime, tags, completed);
    }

    public TaskEdit dueTime(@Nullable LocalTime value) {
        return new TaskEdit(title, description, priority, dueDate, new SetTo<>(value), tags, completed);
    }

    public TaskEdit tags(List<String> value) {
        return new TaskEdit(title, description, priority, dueDate, dueTime, new SetTo<>(value), completed);
    }

    public TaskEdit completed(boolean value) {
        return new TaskEdit(title, description, priority, dueDate, dueTime, tags, new SetTo<>(value));
    }
}
