package io.taskledger.messages.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

import io.taskledger.messages.Changed;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentEvent.CommentDeleted;
import io.taskledger.messages.task.CommentEvent.CommentEdited;
import io.taskledger.messages.task.CommentEvent.CommentRestored;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.FileEvent.FileAttached;
import io.taskledger.messages.task.FileEvent.FileRemoved;
import io.taskledger.messages.task.FileId;
import io.taskledger.messages.task.ReminderEvent.Reminded;
import io.taskledger.messages.task.ReminderEvent.ReminderRemoved;
import io.taskledger.messages.task.ReminderEvent.ReminderSet;
import io.taskledger.messages.task.ReminderId;
import io.taskledger.messages.task.SharingEvent.PermissionChanged;
import io.taskledger.messages.task.SharingEvent.ShareRevoked;
import io.taskledger.messages.task.SharingEvent.TaskLeft;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskAssigned;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskMoved;
import io.taskledger.messages.task.TaskEvent.TaskPurged;
import io.taskledger.messages.task.TaskEvent.TaskReopened;
import io.taskledger.messages.task.TaskEvent.TaskRestored;
import io.taskledger.messages.task.TaskEvent.TaskTransferred;
import io.taskledger.messages.task.TaskEvent.VersionNamed;
import org.jspecify.annotations.Nullable;

/**
 * A part of a task that an action can change and a command can put back: whatever was done is undone by setting each part
 * that it changed to the value from before. A task is the values of its parts, so the same tells versions apart, too.
 */
public sealed interface Undoable {

    /** Its name in answers, snake case, such as {@code due_date}. */
    String field();

    /** What each task has one of. Values are of the types that the events have; the trash holds what is not created yet. */
    enum Field implements Undoable {
        /** A {@code Boolean}: deleted, or not there at all. */
        IN_TRASH,
        TITLE,
        DESCRIPTION,
        PRIORITY,
        DUE_DATE,
        DUE_TIME,
        TAGS,
        COMPLETED,
        ASSIGNEE,
        /** A {@link io.taskledger.messages.task.TaskHome}. */
        HOME;

        @Override
        public String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the task is shared with this person: a {@link io.taskledger.messages.task.Permission}, or null. */
    record Sharing(UserId with) implements Undoable {
        @Override
        public String field() {
            return "share";
        }
    }

    /** A {@link Said}, or null where it is not there. */
    record Comment(CommentId commentId) implements Undoable {
        @Override
        public String field() {
            return "comment";
        }
    }

    /** A {@link FileAttached}, or null where it is not there. */
    record Attachment(FileId fileId) implements Undoable {
        @Override
        public String field() {
            return "file";
        }
    }

    /** A {@link ReminderSet}, or null where it is not there. Each person has their own. */
    record OwnReminder(ReminderId reminderId) implements Undoable {
        @Override
        public String field() {
            return "reminder";
        }
    }

    /** The name of a version: a {@code String}, or null where it has none. */
    record VersionName(long version) implements Undoable {
        @Override
        public String field() {
            return "version_name";
        }
    }

    /** What a comment is. */
    record Said(UserId author, String content) {}

    /** A part and the value that it was given. */
    record Setting(Undoable part, @Nullable Object value) {}

    /** What an event sets, in the order of the parts; nothing for {@link Reminded} and a purge. */
    static List<Setting> by(TaskEvent event) {
        var settings = new ArrayList<Setting>();
        BiConsumer<Undoable, @Nullable Object> set = (part, value) -> settings.add(new Setting(part, value));
        switch (event) {
            case TaskCreated created -> create(created, set);
            case TaskEdited edited -> edit(edited, set);
            case TaskCompleted _ -> set.accept(Field.COMPLETED, true);
            case TaskReopened _ -> set.accept(Field.COMPLETED, false);
            case TaskDeleted _ -> set.accept(Field.IN_TRASH, true);
            case TaskRestored _ -> set.accept(Field.IN_TRASH, false);
            case TaskAssigned assigned ->
                set.accept(Field.ASSIGNEE, assigned.assignee().to());
            case TaskMoved moved -> set.accept(Field.HOME, moved.home().to());
            case TaskTransferred moved -> set.accept(Field.HOME, moved.home().to());
            case TaskShared shared -> set.accept(new Sharing(shared.with()), shared.permission());
            case PermissionChanged changed ->
                set.accept(new Sharing(changed.with()), changed.permission().to());
            case ShareRevoked revoked -> set.accept(new Sharing(revoked.with()), null);
            case TaskLeft left -> set.accept(new Sharing(left.who()), null);
            case CommentAdded added ->
                set.accept(new Comment(added.commentId()), new Said(added.author(), added.content()));
            case CommentEdited edited ->
                set.accept(
                        new Comment(edited.commentId()),
                        new Said(edited.author(), edited.content().to()));
            case CommentRestored restored ->
                set.accept(new Comment(restored.commentId()), new Said(restored.author(), restored.content()));
            case CommentDeleted deleted -> set.accept(new Comment(deleted.commentId()), null);
            case FileAttached attached -> set.accept(new Attachment(attached.fileId()), attached);
            case FileRemoved removed -> set.accept(new Attachment(removed.fileId()), null);
            case ReminderSet reminder -> set.accept(new OwnReminder(reminder.reminderId()), reminder);
            case ReminderRemoved removed -> set.accept(new OwnReminder(removed.reminderId()), null);
            case VersionNamed named ->
                set.accept(new VersionName(named.version()), named.name().to());
            case Reminded _, TaskPurged _ -> {}
        }
        return settings;
    }

    private static void create(TaskCreated created, BiConsumer<Undoable, @Nullable Object> set) {
        set.accept(Field.IN_TRASH, false);
        set.accept(Field.TITLE, created.title());
        set.accept(Field.DESCRIPTION, created.description());
        set.accept(Field.PRIORITY, created.priority());
        set.accept(Field.DUE_DATE, created.dueDate());
        set.accept(Field.DUE_TIME, created.dueTime());
        set.accept(Field.TAGS, created.tags());
        set.accept(Field.COMPLETED, false);
        set.accept(Field.ASSIGNEE, null);
        set.accept(Field.HOME, created.whereabouts());
    }

    private static void edit(TaskEdited edited, BiConsumer<Undoable, @Nullable Object> set) {
        change(Field.TITLE, edited.title(), set);
        change(Field.DESCRIPTION, edited.description(), set);
        change(Field.PRIORITY, edited.priority(), set);
        change(Field.DUE_DATE, edited.dueDate(), set);
        change(Field.DUE_TIME, edited.dueTime(), set);
        change(Field.TAGS, edited.tags(), set);
    }

    private static void change(Field field, @Nullable Changed<?> change, BiConsumer<Undoable, @Nullable Object> set) {
        if (change != null) {
            set.accept(field, change.to());
        }
    }
}
