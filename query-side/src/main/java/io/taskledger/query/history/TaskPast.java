package io.taskledger.query.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.history.UndoPlan.Sense;
import io.taskledger.messages.history.Undoable;
import io.taskledger.messages.history.Undoable.Field;
import io.taskledger.messages.history.WhyNot;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * A task's stream, told by its parts: what each is, which event set it, and what one action with its undoing made of it.
 */
final class TaskPast {

    private final @Nullable ActionId action;
    private final Map<Undoable, @Nullable Object> parts = new LinkedHashMap<>();
    private final Map<Undoable, DomainEventMessage<?>> setBy = new HashMap<>();
    private final Map<Undoable, Round> rounds = new LinkedHashMap<>();
    private final List<WhyNot> never = new ArrayList<>();
    private Map<Undoable, @Nullable Object> asLeft = Map.of();
    private boolean created;
    private long version = -1;

    /**
     * What an action, its undoing or its doing again did last to a part.
     *
     * @param by the one of these actions
     * @param undone whether that took the action back
     */
    record Round(
            String by,
            boolean undone,
            @Nullable Object from,
            @Nullable Object to) {}

    /** @param action to be followed; null for none */
    TaskPast(@Nullable ActionId action) {
        this.action = action;
    }

    static TaskPast of(Iterable<? extends DomainEventMessage<?>> events, @Nullable ActionId action) {
        var past = new TaskPast(action);
        events.forEach(past::follow);
        return past;
    }

    void follow(DomainEventMessage<?> message) {
        var event = (TaskEvent) message.getPayload();
        version = message.getSequenceNumber();
        var mine = isOfAction(message);
        if (mine) {
            created |= event instanceof TaskCreated;
            WhyNot.ever(event).ifPresent(never::add);
        }
        for (var setting : Undoable.by(event)) {
            var before = get(setting.part());
            if (mine || compensates(message)) {
                follow(setting, before, message);
            }
            if (!Objects.equals(before, setting.value()) || !setBy.containsKey(setting.part())) {
                setBy.put(setting.part(), message);
            }
            put(setting.part(), setting.value());
        }
        if (mine) {
            asLeft = new LinkedHashMap<>(parts);
        }
    }

    private void follow(Undoable.Setting setting, @Nullable Object before, DomainEventMessage<?> message) {
        // All that a creation sets comes and goes with the task.
        if (created && !compensates(message) && setting.part() != Field.IN_TRASH) {
            return;
        }
        var by = String.valueOf(message.getMetaData().get(MetadataKeys.ACTION_ID));
        var last = rounds.get(setting.part());
        var from = last != null && last.by().equals(by) ? last.from() : before;
        rounds.put(setting.part(), new Round(by, names(message, Sense.UNDO), from, setting.value()));
    }

    private void put(Undoable part, @Nullable Object value) {
        // What tasks have many of is there or not.
        if (value == null && !(part instanceof Field)) {
            parts.remove(part);
        } else {
            parts.put(part, value);
        }
    }

    private boolean isOfAction(DomainEventMessage<?> message) {
        return action != null && action.text().equals(message.getMetaData().get(MetadataKeys.ACTION_ID));
    }

    private boolean compensates(DomainEventMessage<?> message) {
        return names(message, Sense.UNDO) || names(message, Sense.REDO);
    }

    private boolean names(DomainEventMessage<?> message, Sense sense) {
        return action != null && action.text().equals(message.getMetaData().get(sense.key()));
    }

    /** What a part is; null where it is empty or not there. Before it is created a task is as good as in the trash. */
    @Nullable
    Object get(Undoable part) {
        return part == Field.IN_TRASH ? parts.getOrDefault(part, true) : parts.get(part);
    }

    /** The parts that there are, in the order in which they came. */
    Map<Undoable, @Nullable Object> parts() {
        return parts;
    }

    /** What gave a part its value; null for one that never had any. */
    @Nullable
    DomainEventMessage<?> setter(Undoable part) {
        return setBy.get(part);
    }

    /** Ids of those who did what its parts come from. */
    Stream<String> people() {
        return setBy.values().stream().map(Deeds::actorOf).filter(Objects::nonNull);
    }

    /** Of the parts that the action touched. */
    Map<Undoable, Round> rounds() {
        return rounds;
    }

    /** What of the action nothing takes back. */
    List<WhyNot> never() {
        return never;
    }

    /** Whether the action made the task. */
    boolean created() {
        return created;
    }

    /** The parts that are otherwise than when the action was through. Reminders are each person's own. */
    List<Undoable> changedSince() {
        var all = new ArrayList<>(parts.keySet());
        asLeft.keySet().stream().filter(part -> !parts.containsKey(part)).forEach(all::add);
        return all.stream()
                .filter(part -> !(part instanceof Undoable.OwnReminder) && part != Field.IN_TRASH)
                .filter(part -> !Objects.equals(parts.get(part), asLeft.get(part)))
                .toList();
    }

    /** The sequence number of the last event. */
    long version() {
        return version;
    }

    String title() {
        return String.valueOf(parts.get(Field.TITLE));
    }
}
