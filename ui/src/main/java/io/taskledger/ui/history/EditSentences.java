package io.taskledger.ui.history;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

import io.taskledger.messages.Changed;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.ui.words.Calendar;
import org.jspecify.annotations.Nullable;

/** Tells what became of a task's fields. */
record EditSentences(Calendar calendar) {

    /** One for each field that it changed. */
    List<String> of(String who, TaskEdited edited) {
        var told = new ArrayList<String>();
        if (edited.title() != null) {
            told.add(say(
                    "history.title", who, edited.title().from(), edited.title().to()));
        }
        if (edited.description() != null) {
            told.add(say("history.description." + kind(edited.description()), who));
        }
        if (edited.priority() != null) {
            told.add(say(
                    "history.priority",
                    who,
                    say("priority." + edited.priority().from().text()),
                    say("priority." + edited.priority().to().text())));
        }
        if (edited.dueDate() != null) {
            told.add(say(
                    "history.due-date." + kind(edited.dueDate()),
                    who,
                    day(edited.dueDate().from()),
                    day(edited.dueDate().to())));
        }
        if (edited.dueTime() != null) {
            told.add(say(
                    "history.due-time." + kind(edited.dueTime()),
                    who,
                    time(edited.dueTime().from()),
                    time(edited.dueTime().to())));
        }
        if (edited.tags() != null) {
            told.addAll(tags(who, edited.tags()));
        }
        return told;
    }

    private List<String> tags(String who, Changed<List<String>> tags) {
        var told = new ArrayList<String>();
        var added = tags.to().stream().filter(tag -> !tags.from().contains(tag)).toList();
        var removed =
                tags.from().stream().filter(tag -> !tags.to().contains(tag)).toList();
        if (!added.isEmpty()) {
            told.add(say("history.tags.added", who, String.join(", ", added), added.size()));
        }
        if (!removed.isEmpty()) {
            told.add(say("history.tags.removed", who, String.join(", ", removed), removed.size()));
        }
        return told.isEmpty() ? List.of(say("history.tags.ordered", who)) : told;
    }

    /** Of the words' keys. */
    static String kind(Changed<?> change) {
        if (change.from() == null) {
            return "set";
        }
        return change.to() == null ? "removed" : "changed";
    }

    private String day(@Nullable LocalDate date) {
        return date == null ? "" : calendar.lasting(date);
    }

    private String time(@Nullable LocalTime time) {
        return time == null ? "" : calendar.clockTime(time);
    }

    private String say(String key, Object... values) {
        return calendar.reader().say(key, values);
    }
}
