package io.taskledger.ui.history;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.taskledger.messages.Changed;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.CommentEvent;
import io.taskledger.messages.task.FileEvent;
import io.taskledger.messages.task.ReminderEvent;
import io.taskledger.messages.task.SharingEvent;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TimelineEntry;
import io.taskledger.ui.words.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happened to a task.
 *
 * @param own whoever reads is "You"
 */
record TimelineSentences(Calendar calendar, Optional<UserId> own) {

    private static final int EXCERPT = 120;

    /** Of one that folds several, what they came to. */
    List<String> of(Told told) {
        if (told.acts().size() == 1) {
            return of(told.acts().getFirst());
        }
        var newest = told.newest();
        return told.net()
                .map(net -> of(newest, net))
                .orElseGet(() ->
                        List.of(say("history.back", who(newest), say("activity.field." + field(newest.event())))));
    }

    /** At least one sentence; a change of several fields gives one for each. */
    List<String> of(Told.Act act) {
        return act.events().stream()
                .flatMap(entry -> of(entry, entry.event()).stream())
                .toList();
    }

    private static String field(TaskEvent event) {
        return NetChange.fields(event).iterator().next();
    }

    private List<String> of(TimelineEntry entry, TaskEvent event) {
        var who = who(entry);
        return switch (event) {
            case TaskEvent.TaskCreated _ -> List.of(say("history.created", who));
            case TaskEvent.TaskCompleted _ -> List.of(say("history.completed", who));
            case TaskEvent.TaskReopened _ -> List.of(say("history.reopened", who));
            case TaskEvent.TaskDeleted _ -> List.of(say("history.deleted", who));
            case TaskEvent.TaskEdited edited -> new EditSentences(calendar).of(who, edited);
            case TaskEvent.TaskRestored _ -> List.of(say("history.restored", who));
            case TaskEvent.TaskPurged _ -> List.of(say("history.purged", who));
            case TaskEvent.TaskAssigned assigned ->
                List.of(
                        assigned.assignee().to() == null
                                ? say("history.unassigned", who)
                                : say("history.assigned", who, other(entry)));
            case TaskEvent.TaskMoved _ -> List.of(say("history.moved", who));
            case TaskEvent.TaskTransferred _ -> List.of(say("history.transferred", who));
            case SharingEvent shared -> List.of(say(key(shared), who, other(entry)));
            case CommentEvent commented -> List.of(commented(who, commented));
            case FileEvent.FileAttached attached -> List.of(say("history.file-attached", who, attached.name()));
            case FileEvent.FileRemoved removed -> List.of(say("history.file-removed", who, removed.name()));
            case ReminderEvent reminder -> List.of(say(key(reminder), who));
            case TaskEvent.VersionNamed named -> List.of(named(who, named.name()));
        };
    }

    private String named(String who, Changed<@Nullable String> name) {
        var from = Objects.requireNonNullElse(name.from(), "");
        var to = Objects.requireNonNullElse(name.to(), "");
        return say("history.version." + EditSentences.kind(name), who, from, to);
    }

    private String other(TimelineEntry entry) {
        var name = entry.otherName();
        return name == null ? say("history.somebody") : name;
    }

    private String commented(String who, CommentEvent event) {
        var said = event instanceof CommentEvent.CommentAdded added ? excerpt(added.content()) : "";
        return say(key(event), who, said);
    }

    private static String excerpt(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= EXCERPT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, EXCERPT)) + "…";
    }

    private static String key(SharingEvent event) {
        return switch (event) {
            case SharingEvent.TaskShared _ -> "history.shared";
            case SharingEvent.PermissionChanged _ -> "history.permission-changed";
            case SharingEvent.ShareRevoked _ -> "history.unshared";
            case SharingEvent.TaskLeft _ -> "history.left";
        };
    }

    private static String key(CommentEvent event) {
        return switch (event) {
            case CommentEvent.CommentAdded _ -> "history.commented";
            case CommentEvent.CommentEdited _ -> "history.comment-edited";
            case CommentEvent.CommentDeleted _ -> "history.comment-deleted";
            case CommentEvent.CommentRestored _ -> "history.comment-restored";
        };
    }

    private static String key(ReminderEvent event) {
        return switch (event) {
            case ReminderEvent.ReminderSet _ -> "history.reminder-set";
            case ReminderEvent.ReminderRemoved _ -> "history.reminder-removed";
            case ReminderEvent.Reminded _ -> "history.reminded";
        };
    }

    String who(TimelineEntry entry) {
        return people().who(entry.actorId(), entry.actorName());
    }

    private HistoryWords people() {
        return new HistoryWords(calendar.reader(), own);
    }

    Optional<String> via(TimelineEntry entry) {
        return people().via(entry.via());
    }

    private String say(String key, Object... values) {
        return calendar.reader().say(key, values);
    }
}
