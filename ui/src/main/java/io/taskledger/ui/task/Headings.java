package io.taskledger.ui.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;

/** The headings of a list in their order, each as long as it has rows, and which of them are folded away. */
final class Headings {

    private final Div place;
    private final Runnable onFold;
    private final List<GroupSection> sections = new ArrayList<>();
    private final FoldedGroups folded = new FoldedGroups();

    /**
     * @param place what they stand in
     * @param onFold told after others are folded or unfolded than before
     */
    Headings(Div place, Runnable onFold) {
        this.place = place;
        this.onFold = onFold;
        place.addAttachListener(_ -> folded.recall(() -> {
            sections.forEach(section -> section.fold(folded.hold(section.group())));
            onFold.run();
        }));
    }

    void clear() {
        sections.clear();
        place.removeAll();
    }

    /** Opened where there is none yet. */
    GroupSection of(Groups.Group group) {
        for (int at = 0; at < sections.size(); at++) {
            if (sections.get(at).group().equals(group)) {
                return sections.get(at);
            }
            if (sections.get(at).group().order() > group.order()) {
                return open(group, at);
            }
        }
        return open(group, sections.size());
    }

    private GroupSection open(Groups.Group group, int at) {
        var section = new GroupSection(group, () -> {
            sections.forEach(folded::take);
            folded.remember();
            onFold.run();
        });
        section.fold(folded.hold(group));
        sections.add(at, section);
        place.addComponentAtIndex(at, section);
        return section;
    }

    /** The one that the row stands under. */
    static GroupSection over(TaskRow row) {
        return row.getParent()
                .flatMap(Component::getParent)
                .map(GroupSection.class::cast)
                .orElseThrow();
    }

    void dropEmpty() {
        sections.stream().filter(GroupSection::isEmpty).forEach(place::remove);
        sections.removeIf(GroupSection::isEmpty);
    }

    boolean show(Groups.Group group) {
        return sections.stream().anyMatch(section -> section.group().equals(group));
    }

    /** The tasks under one of them, as they stand below each other. */
    List<TaskDetails> under(Groups.Group group) {
        return sections.stream()
                .filter(section -> section.group().equals(group))
                .flatMap(GroupSection::tasks)
                .toList();
    }

    /** The tasks that stand where the list's order wants them, in that order. */
    Stream<TaskDetails> inOrder() {
        return sections.stream().filter(section -> section.group().order() >= 0).flatMap(GroupSection::tasks);
    }

    /** The tasks as they stand below each other, but for those folded away. */
    Stream<TaskId> inSight() {
        return sections.stream().flatMap(section -> section.inSight().stream());
    }

    boolean unfolded(Groups.Group group) {
        return !folded.hold(group);
    }

    /**
     * @param beyond how many tasks of each group were read whose rows are not here now
     * @param more whether the list goes on below
     */
    void count(Map<Groups.Group, Integer> beyond, boolean more) {
        for (int at = 0; at < sections.size(); at++) {
            var section = sections.get(at);
            section.count(beyond.getOrDefault(section.group(), 0), more && at == sections.size() - 1);
        }
    }
}
