package io.taskledger.ui.past;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.taskledger.messages.history.FieldChange;
import io.taskledger.messages.task.Priority;
import io.taskledger.ui.words.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is otherwise in a task.
 *
 * @param lists what a list is called, by its id
 */
public record ChangeWords(Calendar calendar, Function<String, String> lists) {

    /** Fields whose name says enough: their values are ids, or too long for a line. */
    private static final Set<String> WITHOUT_VALUES = Set.of("description", "workspace_id");

    private static final Set<String> KNOWN =
            Set.of("title", "priority", "due_date", "due_time", "tags", "completed", "assignee", "list_id", "place");

    /** "due date: Mon 3 → Wed 5", a text a field. */
    public List<String> of(List<FieldChange> changes) {
        var moved = changes.stream().anyMatch(change -> change.field().equals("list_id"));
        return changes.stream()
                // Whoever moved a task to another list put it somewhere in there.
                .filter(change -> !(moved && change.field().equals("place")))
                .filter(change -> KNOWN.contains(change.field()) || WITHOUT_VALUES.contains(change.field()))
                .map(this::one)
                .toList();
    }

    private String one(FieldChange change) {
        var field = calendar.reader().say("activity.field." + change.field());
        if (change.field().equals("completed")) {
            return say(Boolean.TRUE.equals(change.to()) ? "then.change.completed" : "then.change.reopened");
        }
        if (change.field().equals("place")) {
            return say("then.change.place");
        }
        return WITHOUT_VALUES.contains(change.field())
                ? say("then.change.otherwise", field)
                : say("then.change", field, value(change.field(), change.from()), value(change.field(), change.to()));
    }

    private String value(String field, @Nullable Object value) {
        return switch (value) {
            case null -> say("then.nothing");
            case Priority priority -> say("priority." + priority.text() + ".short");
            case LocalDate day -> calendar.lasting(day);
            case LocalTime time -> calendar.clockTime(time);
            case Collection<?> many ->
                many.isEmpty()
                        ? say("then.nothing")
                        : many.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case String list when field.equals("list_id") -> lists.apply(list);
            default -> String.valueOf(value);
        };
    }

    private String say(String key, Object... values) {
        return calendar.reader().say(key, values);
    }
}
