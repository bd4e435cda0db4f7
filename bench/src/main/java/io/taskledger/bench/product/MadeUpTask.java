package io.taskledger.bench.product;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.taskledger.messages.Changed;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskReopened;
import io.taskledger.messages.task.TaskId;
import org.jspecify.annotations.Nullable;

/** A task's life, event by event, such as its aggregate could have written it. */
final class MadeUpTask {

    private static final List<String> WORDS = List.of(
            "call",
            "the",
            "plumber",
            "about",
            "a",
            "new",
            "invoice",
            "before",
            "Friday",
            "check",
            "release",
            "notes",
            "with",
            "team",
            "book",
            "tickets",
            "for",
            "conference",
            "and",
            "order",
            "more",
            "coffee",
            "draft",
            "report",
            "garden",
            "budget",
            "review",
            "of",
            "quarterly",
            "plan",
            "Zürich",
            "école",
            "später",
            "fix",
            "login",
            "page");
    private static final List<String> TAGS = List.of("home", "work", "urgent", "later", "garden", "finance", "errand");

    private final Random random;
    private final TaskId id;
    private final UserId owner;
    private final SubjectId subject;
    private int left;
    private int written;
    private boolean completed;
    private String title;
    private @Nullable String description;
    private Priority priority = Priority.MEDIUM;
    private @Nullable LocalDate dueDate;

    MadeUpTask(Random random, TaskId id, UserId owner, int events) {
        this.random = random;
        this.id = id;
        this.owner = owner;
        subject = SubjectId.of(owner);
        left = events;
        title = words(3, 8);
        description = random.nextInt(3) == 0 ? null : words(6, 50);
        // Most live briefly, and would never be given one.
        dueDate = random.nextInt(3) == 0 ? null : anyDay();
    }

    TaskId id() {
        return id;
    }

    UserId owner() {
        return owner;
    }

    boolean over() {
        return left == 0;
    }

    /** Sequence number of the next event. */
    int sequenceNumber() {
        return written;
    }

    TaskEvent next() {
        left--;
        if (written++ == 0) {
            return new TaskCreated(id, owner, null, title, description, priority, dueDate, null, tags());
        }
        if (left == 0 || random.nextInt(8) == 0) {
            completed = !completed;
            return completed ? new TaskCompleted(id) : new TaskReopened(id);
        }
        return edited();
    }

    private TaskEdited edited() {
        return switch (random.nextInt(4)) {
            case 0 -> {
                var before = title;
                title = words(3, 8);
                yield new TaskEdited(id, subject, new Changed<>(before, title), null, null, null, null, null);
            }
            case 1 -> {
                var before = description;
                description = words(6, 50);
                yield new TaskEdited(id, subject, null, new Changed<>(before, description), null, null, null, null);
            }
            case 2 -> {
                var before = priority;
                priority = other(before);
                yield new TaskEdited(id, subject, null, null, new Changed<>(before, priority), null, null, null);
            }
            default -> {
                var before = dueDate;
                dueDate = anyDay();
                yield new TaskEdited(id, subject, null, null, null, new Changed<>(before, dueDate), null, null);
            }
        };
    }

    private LocalDate anyDay() {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
    }

    private static Priority other(Priority now) {
        return now == Priority.HIGH ? Priority.LOW : Priority.HIGH;
    }

    private List<String> tags() {
        return random.ints(random.nextInt(3), 0, TAGS.size())
                .distinct()
                .mapToObj(TAGS::get)
                .toList();
    }

    private String words(int least, int most) {
        return IntStream.range(0, random.nextInt(least, most + 1))
                .mapToObj(word -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
    }
}
