package io.taskledger.query.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.UserId;
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
    private final Set<String> people = new HashSet<>();
    private @Nullable DomainEventMessage<?> last;

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
        last = message;
        var actor = Deeds.actorOf(message);
        if (actor != null) {
            people.add(actor);
        }
        var mine = isOfAction(message);
        if (mine) {
            created |= event instanceof TaskCreated;
            WhyNot.ever(event).ifPresent(never::add);
        }
        for (var setting : Undoable.by(event)) {
            var before = get(setting.part());
            name(setting);
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

    private void name(Undoable.Setting setting) {
        if (setting.value() instanceof UserId person) {
            people.add(person.text());
        }
        if (setting.part() instanceof Undoable.Sharing(var person)) {
            people.add(person.text());
        }
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

    /** Ids of those who did something to it, and whom it names. */
    Set<String> people() {
        return people;
    }

    /** What made it what it is. */
    DomainEventMessage<?> last() {
        return Objects.requireNonNull(last, "no stream is without events");
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
        return last == null ? -1 : last.getSequenceNumber();
    }

    String title() {
        return String.valueOf(parts.get(Field.TITLE));
    }
}
