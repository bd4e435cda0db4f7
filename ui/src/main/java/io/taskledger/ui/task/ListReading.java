package io.taskledger.ui.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.taskledger.messages.Slice;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;

/**
 * What a list was read of so far: stretches that follow each other in the list's order. Some of them, one after the other,
 * have their rows on the screen; each knows after what it begins, and so the others can be read again.
 */
final class ListReading {

    private record Stretch(String after, Map<TaskId, Groups.Group> tasks) {
        Stretch(String after) {
            this(after, new LinkedHashMap<>());
        }
    }

    private final List<Stretch> known = new ArrayList<>();
    private Groups groups;
    private int from;
    private int to;
    private Optional<String> next = Optional.of("");

    ListReading(Groups groups) {
        this.groups = groups;
    }

    void begin(Groups now) {
        groups = now;
        known.clear();
        from = 0;
        to = 0;
        next = Optional.of("");
    }

    /** Nothing is on the screen, and what is read next is this stretch. */
    void startAt(int stretch) {
        from = Math.clamp(stretch, 0, known.size());
        to = from;
    }

    /** How many stretches are on the screen. */
    int shown() {
        return to - from;
    }

    /** How many stretches there are above those on the screen. */
    int above() {
        return from;
    }

    /** What to ask for the stretch below with; empty where the list ends. */
    Optional<String> afterLast() {
        return to < known.size() ? Optional.of(known.get(to).after()) : next;
    }

    /** What to ask for the stretch above with; empty at the beginning. */
    Optional<String> beforeFirst() {
        return from == 0 ? Optional.empty() : Optional.of(known.get(from - 1).after());
    }

    /** Where it does not end as it did before, what followed is unknown again. */
    void tookBelow(Slice<TaskDetails> slice) {
        var stretch = new Stretch(afterLast().orElseThrow());
        var following = to + 1 < known.size() ? Optional.of(known.get(to + 1).after()) : next;
        if (to < known.size() && slice.next().equals(following)) {
            known.set(to, stretch);
        } else {
            known.subList(to, known.size()).clear();
            known.add(stretch);
            next = slice.next();
        }
        to++;
        remember(stretch, slice.items());
    }

    void tookAbove(Collection<TaskDetails> tasks) {
        from--;
        remember(known.get(from), tasks);
    }

    /** @param left the rows that went away with the first stretch */
    void leftAbove(Collection<TaskDetails> left) {
        remember(known.get(from), left);
        from++;
    }

    /** @param left the rows that went away with the last stretch */
    void leftBelow(Collection<TaskDetails> left) {
        to--;
        remember(known.get(to), left);
    }

    /** What stays once the first stretch has left. */
    Set<TaskId> withoutFirst() {
        return tasks(from + 1, to);
    }

    /** What stays once the last stretch has left. */
    Set<TaskId> withoutLast() {
        return tasks(from, to - 1);
    }

    /** It stands elsewhere now than where it was read, or nowhere. */
    void forget(TaskId task) {
        known.forEach(stretch -> stretch.tasks().remove(task));
    }

    /** Of the stretches above the screen: how many tasks each group has there. */
    Map<Groups.Group, Integer> countAbove() {
        return count(known.subList(0, from));
    }

    /** Above and below the screen. */
    Map<Groups.Group, Integer> countBeyond() {
        var counts = count(known.subList(0, from));
        count(known.subList(to, known.size())).forEach((group, more) -> counts.merge(group, more, Integer::sum));
        return counts;
    }

    /** The tasks above the screen, of such groups, in their order. */
    Stream<TaskId> above(Predicate<Groups.Group> wanted) {
        return tasks(known.subList(0, from), wanted);
    }

    /** The tasks below the screen that were there already. */
    Stream<TaskId> below(Predicate<Groups.Group> wanted) {
        return tasks(known.subList(to, known.size()), wanted);
    }

    private void remember(Stretch stretch, Collection<TaskDetails> tasks) {
        stretch.tasks().clear();
        tasks.forEach(task -> stretch.tasks().put(task.taskId(), groups.of(task)));
    }

    private Set<TaskId> tasks(int first, int end) {
        var tasks = new HashSet<TaskId>();
        for (int at = first; at < end; at++) {
            tasks.addAll(known.get(at).tasks().keySet());
        }
        return tasks;
    }

    private static Stream<TaskId> tasks(List<Stretch> stretches, Predicate<Groups.Group> wanted) {
        return stretches.stream()
                .flatMap(stretch -> stretch.tasks().entrySet().stream())
                .filter(task -> wanted.test(task.getValue()))
                .map(Map.Entry::getKey);
    }

    private static Map<Groups.Group, Integer> count(List<Stretch> stretches) {
        var counts = new HashMap<Groups.Group, Integer>();
        stretches.forEach(stretch -> stretch.tasks().values().forEach(group -> counts.merge(group, 1, Integer::sum)));
        return counts;
    }
}
