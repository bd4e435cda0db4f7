package io.taskledger.query.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.taskledger.messages.UserId;
import io.taskledger.messages.history.FieldChange;
import io.taskledger.messages.history.Undoable;
import io.taskledger.messages.history.Undoable.Attachment;
import io.taskledger.messages.history.Undoable.Comment;
import io.taskledger.messages.history.Undoable.Field;
import io.taskledger.messages.history.Undoable.OwnReminder;
import io.taskledger.messages.history.Undoable.Said;
import io.taskledger.messages.history.Undoable.Sharing;
import io.taskledger.messages.history.Undoable.VersionName;
import io.taskledger.messages.task.FileEvent.FileAttached;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.ReminderEvent.ReminderSet;
import io.taskledger.messages.task.TaskHome;
import org.jspecify.annotations.Nullable;

/**
 * Tells parts of tasks in the fields and values of answers.
 *
 * @param names of accounts, by id
 */
record FieldTelling(Map<String, String> names) {

    /** Where a task stands is told in three fields, of which those are named that differ. */
    List<FieldChange> change(Undoable part, @Nullable Object from, @Nullable Object to) {
        var before = values(part, from);
        var after = values(part, to);
        var changes = new ArrayList<FieldChange>();
        after.forEach((field, value) -> {
            if (!Objects.equals(before.get(field), value)) {
                changes.add(new FieldChange(field, which(part), before.get(field), value));
            }
        });
        return changes;
    }

    /** What differs between two tasks, in the order of their parts. */
    List<FieldChange> difference(Map<Undoable, @Nullable Object> from, Map<Undoable, @Nullable Object> to) {
        var parts = new LinkedHashMap<Undoable, Boolean>();
        from.keySet().forEach(part -> parts.put(part, true));
        to.keySet().forEach(part -> parts.put(part, true));
        return parts.keySet().stream()
                .flatMap(part -> change(part, from.get(part), to.get(part)).stream())
                .toList();
    }

    /** Field → value. */
    Map<String, @Nullable Object> values(Undoable part, @Nullable Object value) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        if (part == Field.HOME) {
            var home = (TaskHome) value;
            values.put("workspace_id", home == null ? null : home.workspaceId().text());
            values.put("list_id", home == null ? null : home.listId().text());
            values.put("place", home == null ? null : home.place().text());
        } else {
            values.put(part.field(), plain(value));
        }
        return values;
    }

    /** Which one of those that tasks have many of; null for other parts. */
    @Nullable
    String which(Undoable part) {
        return switch (part) {
            case Field _ -> null;
            case Sharing(var with) -> name(with);
            case Comment(var comment) -> comment.text();
            case Attachment(var file) -> file.text();
            case OwnReminder(var reminder) -> reminder.text();
            case VersionName(var version) -> Long.toString(version);
        };
    }

    private @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case UserId person -> name(person);
            case Permission permission -> permission.text();
            case Said(var _, var content) -> content;
            case FileAttached file -> file.name();
            case ReminderSet reminder -> reminder.reminder();
            default -> value;
        };
    }

    private String name(UserId person) {
        return names.getOrDefault(person.text(), person.text());
    }
}
