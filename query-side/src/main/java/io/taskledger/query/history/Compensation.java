package io.taskledger.query.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Erased;
import io.taskledger.messages.history.FieldChange;
import io.taskledger.messages.history.TaskPlan;
import io.taskledger.messages.history.TaskPlan.LeftOut;
import io.taskledger.messages.history.Undoable;
import io.taskledger.messages.history.Undoable.Field;
import io.taskledger.messages.history.Undoable.Said;
import io.taskledger.messages.history.WhyNot;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.query.history.TaskPast.Round;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/** Plans how a task gets back to what it was, as far as its parts, its people and the asker's rights allow. */
final class Compensation {

    private final TaskId task;
    private final TaskPast past;
    private final Actor actor;
    private final TaskLevel level;
    private final Map<String, String> names;
    private final Deeds deeds;
    private final Steps steps;
    private final List<FieldChange> changes = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    /** @param names of accounts, by id */
    Compensation(TaskId task, TaskPast past, Actor actor, TaskLevel level, Map<String, String> names, Deeds deeds) {
        this.task = task;
        this.past = past;
        this.actor = actor;
        this.level = level;
        this.names = names;
        this.deeds = deeds;
        this.steps = new Steps(task, names);
    }

    /**
     * Takes back what the action that the past follows did, or does again what was taken back.
     *
     * @param force whether also where it was changed since
     */
    TaskPlan undo(boolean again, boolean force) {
        var wanted = new LinkedHashMap<Undoable, Round>();
        past.rounds().forEach((part, round) -> {
            if (round.undone() == again) {
                wanted.put(part, round);
            }
        });
        if (!again && !past.never().isEmpty() && !wanted.isEmpty()) {
            past.never().stream().distinct().forEach(why -> leave(null, why, null));
            return plan();
        }
        var deletes = !again && past.created() && wanted.containsKey(Field.IN_TRASH);
        if (deletes && !force && !past.changedSince().isEmpty()) {
            leave(null, WhyNot.CHANGED_SINCE, latest(past.changedSince()));
            return plan();
        }
        wanted.forEach((part, round) -> back(part, round, wanted, force));
        return plan();
    }

    /** Makes the fields what they were then, of a task in the trash too, which is then there again. */
    TaskPlan restore(TaskPast then) {
        if (inTrash()) {
            set(Field.IN_TRASH, false);
        }
        for (var field : Field.values()) {
            if (field != Field.IN_TRASH) {
                set(field, then.get(field));
            }
        }
        return plan();
    }

    private void back(Undoable part, Round round, Map<Undoable, Round> wanted, boolean force) {
        var now = past.get(part);
        if (Objects.equals(now, round.from())) {
            return;
        }
        if (inTrash() && !wanted.containsKey(Field.IN_TRASH)) {
            leave(part, WhyNot.IN_TRASH, past.setter(Field.IN_TRASH));
        } else if (!force && !Objects.equals(now, round.to())) {
            leave(part, WhyNot.CHANGED_SINCE, past.setter(part));
        } else if (!force && losesTime(part, round, wanted)) {
            leave(part, WhyNot.CHANGED_SINCE, past.setter(Field.DUE_TIME));
        } else {
            set(part, part == Field.TAGS ? merged(now, round) : round.from());
        }
    }

    /** A time that somebody set since would go with the day. */
    private boolean losesTime(Undoable part, Round round, Map<Undoable, Round> wanted) {
        return part == Field.DUE_DATE
                && round.from() == null
                && past.get(Field.DUE_TIME) != null
                && !wanted.containsKey(Field.DUE_TIME);
    }

    /** What others did to the tags since stays, where it is put back all the same. */
    private static Object merged(@Nullable Object now, Round round) {
        var before = tags(round.from());
        var after = tags(round.to());
        return tags(now).equals(after)
                ? before
                : Stream.concat(
                                tags(now).stream().filter(tag -> before.contains(tag) || !after.contains(tag)),
                                before.stream()
                                        .filter(tag -> !after.contains(tag)
                                                && !tags(now).contains(tag)))
                        .toList();
    }

    private static List<?> tags(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private void set(Undoable part, @Nullable Object value) {
        var now = past.get(part);
        if (Objects.equals(now, value)) {
            return;
        }
        var why = why(part, now, value);
        if (why.isPresent()) {
            leave(part, why.get(), null);
            return;
        }
        steps.set(part, now, value);
        changes.addAll(new FieldTelling(names).change(part, now, value));
    }

    private Optional<WhyNot> why(Undoable part, @Nullable Object now, @Nullable Object value) {
        if (isErased(value)) {
            return Optional.of(WhyNot.ERASED);
        }
        if (part instanceof Undoable.Attachment && value != null) {
            return Optional.of(WhyNot.CONTENT_GONE);
        }
        if (!steps.canName(part, value)) {
            return Optional.of(WhyNot.PERSON_GONE);
        }
        var alone = new Steps(task, names);
        alone.set(part, now, value);
        return alone.inOrder().stream().allMatch(step -> NeededLevel.permits(level, step, actor, now, value))
                ? Optional.empty()
                : Optional.of(WhyNot.NOT_PERMITTED);
    }

    private static boolean isErased(@Nullable Object value) {
        return switch (value) {
            case String text -> text.equals(Erased.TEXT);
            case Said(var _, var content) -> content.equals(Erased.TEXT);
            case List<?> texts -> texts.contains(Erased.TEXT);
            case null, default -> false;
        };
    }

    private boolean inTrash() {
        return Boolean.TRUE.equals(past.get(Field.IN_TRASH));
    }

    private @Nullable DomainEventMessage<?> latest(List<Undoable> parts) {
        return parts.stream()
                .map(past::setter)
                .filter(Objects::nonNull)
                .reduce((one, other) -> one.getSequenceNumber() > other.getSequenceNumber() ? one : other)
                .orElse(null);
    }

    private void leave(@Nullable Undoable part, WhyNot why, @Nullable DomainEventMessage<?> later) {
        leftOut.add(
                new LeftOut(part == null ? null : part.field(), why, later == null ? null : deeds.of(later, names)));
    }

    private TaskPlan plan() {
        return new TaskPlan(task, past.title(), past.version(), changes, leftOut, steps.inOrder());
    }
}
