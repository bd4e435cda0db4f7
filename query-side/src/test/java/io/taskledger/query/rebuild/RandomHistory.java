package io.taskledger.query.rebuild;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.taskledger.messages.Changed;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountEvent;
import io.taskledger.messages.account.AccountEvent.InstanceAdminGranted;
import io.taskledger.messages.account.AccountEvent.TagColoured;
import io.taskledger.messages.account.AccountEvent.UserRegistered;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskPurged;
import io.taskledger.messages.task.TaskEvent.TaskReopened;
import io.taskledger.messages.task.TaskEvent.TaskRestored;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.task.TaskPartsStory;
import io.taskledger.query.task.TaskPartsStory.Part;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * Events of a few tasks and accounts, as steps say. A stream begins with its first event, and nothing follows its end; the
 * streams that are broken lack the first event, so that no projection can handle them.
 */
final class RandomHistory {

    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00.123456Z");
    private static final List<String> TEXTS =
            List.of("a", "Ünï 🌱", "\\", "\t\n", "'; drop table task; --", "\"{},", "");

    private final Map<String, Integer> versions = new HashMap<>();
    private final Set<String> trash = new HashSet<>();
    private final Set<String> gone = new HashSet<>();
    private final TaskPartsStory parts = new TaskPartsStory();
    private final List<DomainEventMessage<?>> events = new ArrayList<>();

    enum Deed {
        RETITLE,
        DESCRIBE,
        RANK,
        SCHEDULE,
        TAG,
        COMPLETE,
        REOPEN,
        SHARE,
        COMMENT,
        FILE,
        REMIND,
        ASSIGN,
        MOVE,
        DELETE,
        RESTORE,
        PURGE,
        REGISTER,
        GRANT,
        COLOUR
    }

    /**
     * One thing that happens.
     *
     * @param stream which task or account
     * @param detail picks the values
     */
    record Step(int stream, Deed deed, int detail) {}

    /** A task or an account, each in a stream of its own. */
    record Stream(TaskId task, UserId person, boolean broken) {
        static Stream next(boolean broken) {
            return new Stream(TaskId.next(), UserId.next(), broken);
        }
    }

    private RandomHistory() {}

    static List<DomainEventMessage<?>> of(List<Step> steps, List<Stream> streams) {
        var history = new RandomHistory();
        steps.forEach(step -> history.add(streams.get(step.stream()), step.deed(), step.detail()));
        return history.events;
    }

    private void add(Stream stream, Deed deed, int detail) {
        switch (deed) {
            case REGISTER, GRANT, COLOUR -> addToAccount(stream, deed, detail);
            default -> addToTask(stream, deed, detail);
        }
    }

    private void addToAccount(Stream stream, Deed deed, int detail) {
        var id = stream.person().text();
        if (!versions.containsKey(id) && !stream.broken()) {
            append("account", id, registered(stream.person(), detail));
        }
        if (deed == Deed.GRANT) {
            append("account", id, new InstanceAdminGranted(stream.person()));
        }
        if (deed == Deed.COLOUR) {
            append("account", id, coloured(stream.person(), detail));
        }
    }

    private static AccountEvent registered(UserId person, int detail) {
        return new UserRegistered(person, text(detail) + person, person + "@example.org");
    }

    private static AccountEvent coloured(UserId person, int detail) {
        var colour = detail % 5 == 0 ? null : Integer.valueOf(detail % 12);
        return new TagColoured(person, "tag " + detail % 3, new Changed<>(null, colour));
    }

    private void addToTask(Stream stream, Deed deed, int detail) {
        var id = stream.task().text();
        if (!versions.containsKey(id) && !stream.broken()) {
            append("task", id, created(stream, detail));
        }
        var takesOut = deed == Deed.RESTORE || deed == Deed.PURGE;
        if (gone.contains(id) || takesOut != trash.contains(id)) {
            return;
        }
        append("task", id, event(stream, deed, detail));
        switch (deed) {
            case DELETE -> trash.add(id);
            case RESTORE -> trash.remove(id);
            case PURGE -> gone.add(id);
            default -> {}
        }
    }

    private static TaskEvent created(Stream stream, int detail) {
        return new TaskCreated(
                stream.task(),
                stream.person(),
                null,
                text(detail),
                detail % 2 == 0 ? null : text(detail + 1),
                Priority.ranked(1 + detail % 3),
                day(detail),
                day(detail) == null ? null : LocalTime.of(detail % 24, 0, detail % 60),
                detail % 2 == 0 ? List.of() : List.of(text(detail), "b"));
    }

    private TaskEvent event(Stream stream, Deed deed, int detail) {
        var task = stream.task();
        var subject = SubjectId.of(stream.person());
        return switch (deed) {
            case RETITLE -> new TaskEdited(task, subject, to(text(detail)), null, null, null, null, null);
            case DESCRIBE ->
                new TaskEdited(task, subject, null, to(detail % 3 == 0 ? null : text(detail)), null, null, null, null);
            case RANK ->
                new TaskEdited(task, subject, null, null, to(Priority.ranked(1 + detail % 3)), null, null, null);
            case SCHEDULE -> new TaskEdited(task, subject, null, null, null, to(day(detail)), to(null), null);
            case TAG ->
                new TaskEdited(
                        task, subject, null, null, null, null, null, to(List.of(text(detail), text(detail + 1))));
            case COMPLETE -> new TaskCompleted(task);
            case REOPEN -> new TaskReopened(task);
            case SHARE -> parts.next(task, Part.SHARES);
            case COMMENT -> parts.next(task, Part.COMMENTS);
            case FILE -> parts.next(task, Part.FILES);
            case REMIND -> parts.next(task, Part.REMINDERS);
            case ASSIGN -> parts.next(task, Part.ASSIGNEE);
            case MOVE -> parts.next(task, Part.HOME);
            case DELETE -> new TaskDeleted(task);
            case RESTORE -> new TaskRestored(task);
            case PURGE -> new TaskPurged(task);
            case REGISTER, GRANT, COLOUR -> throw new IllegalArgumentException("of an account: " + deed);
        };
    }

    private void append(String type, String stream, Object event) {
        var version = versions.merge(stream, 0, (before, none) -> before + 1);
        events.add(new GenericDomainEventMessage<>(
                type, stream, version, event, Map.of(), UUID.randomUUID().toString(), BEGIN.plusMillis(events.size())));
    }

    private static <T> Changed<T> to(T value) {
        return new Changed<>(null, value);
    }

    private static String text(int detail) {
        return TEXTS.get(detail % TEXTS.size());
    }

    private static LocalDate day(int detail) {
        return switch (detail % 4) {
            case 0 -> null;
            case 1 -> LocalDate.of(1, 1, 1);
            case 2 -> LocalDate.of(9999, 12, 31);
            default -> LocalDate.of(2026, 1, 1).plusDays(detail);
        };
    }
}
