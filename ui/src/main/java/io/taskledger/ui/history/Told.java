package io.taskledger.ui.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.taskledger.messages.task.CommentEvent;
import io.taskledger.messages.task.SharingEvent;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TimelineEntry;

/**
 * What a history tells as one: an action, or several by which one person changed the same field within a few minutes.
 *
 * @param acts the newest first; each has the events of one action, the oldest first
 */
record Told(List<Act> acts) {

    private static final Duration WITHIN = Duration.ofMinutes(5);

    /** What a reader may want to see alone. */
    enum Kind {
        COMMENTS,
        CHANGES,
        PEOPLE
    }

    /**
     * One action.
     *
     * @param events at least one
     */
    record Act(List<TimelineEntry> events) {

        TimelineEntry last() {
            return events.getLast();
        }

        /** The fields that it set; of what sets none, nothing. */
        Set<String> fields() {
            return events.size() == 1 ? NetChange.fields(last().event()) : Set.of();
        }

        boolean touches(String field) {
            return events.stream().anyMatch(one -> NetChange.fields(one.event()).contains(field));
        }
    }

    Told {
        acts = List.copyOf(acts);
    }

    /** The newest first. */
    static List<Told> of(List<TimelineEntry> oldestFirst) {
        var runs = new ArrayList<List<Act>>();
        for (var act : acts(oldestFirst).reversed()) {
            runOf(act, runs).ifPresentOrElse(run -> run.add(act), () -> runs.add(new ArrayList<>(List.of(act))));
        }
        return runs.stream().map(Told::new).toList();
    }

    /** By which it is known again once more has happened. */
    List<String> key() {
        return acts.stream().map(act -> act.last().eventId()).toList();
    }

    TimelineEntry newest() {
        return acts.getFirst().last();
    }

    Kind kind() {
        return switch (newest().event()) {
            case CommentEvent _ -> Kind.COMMENTS;
            case SharingEvent _, TaskEvent.TaskAssigned _ -> Kind.PEOPLE;
            default -> Kind.CHANGES;
        };
    }

    /** What it came to; empty where all is as it was before. Of one action its last event. */
    Optional<TaskEvent> net() {
        return acts.size() == 1
                ? Optional.of(newest().event())
                : NetChange.between(acts.getLast().last().event(), newest().event());
    }

    private static List<Act> acts(List<TimelineEntry> oldestFirst) {
        var acts = new ArrayList<List<TimelineEntry>>();
        for (var entry : oldestFirst) {
            var action = entry.actionId();
            if (action == null
                    || acts.isEmpty()
                    || !action.equals(acts.getLast().getLast().actionId())) {
                acts.add(new ArrayList<>());
            }
            acts.getLast().add(entry);
        }
        return acts.stream().map(Act::new).toList();
    }

    /** The later run that it belongs to: one of the same person and field, unless somebody else changed that between. */
    private static Optional<List<Act>> runOf(Act act, List<List<Act>> later) {
        var fields = act.fields();
        if (fields.size() != 1) {
            return Optional.empty();
        }
        var field = fields.iterator().next();
        for (var run : later.reversed()) {
            var newest = run.getFirst().last();
            if (Duration.between(act.last().happenedAt(), newest.happenedAt()).compareTo(WITHIN) > 0) {
                return Optional.empty();
            }
            if (run.stream().anyMatch(one -> one.touches(field))) {
                return Optional.of(run).filter(one -> one.getFirst().fields().equals(fields) && sameHand(act, newest));
            }
        }
        return Optional.empty();
    }

    private static boolean sameHand(Act act, TimelineEntry other) {
        return Objects.equals(act.last().actorId(), other.actorId())
                && Objects.equals(act.last().actorName(), other.actorName())
                && act.last().via() == other.via();
    }
}
