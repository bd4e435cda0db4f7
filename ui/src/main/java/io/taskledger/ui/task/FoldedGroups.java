package io.taskledger.ui.task;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which groups the person has folded away, also those that no list shows just now. */
final class FoldedGroups {

    private final Set<String> ids = new TreeSet<>();

    boolean hold(Groups.Group group) {
        return ids.contains(group.id());
    }

    void take(GroupSection section) {
        if (section.folded()) {
            ids.add(section.group().id());
        } else {
            ids.remove(section.group().id());
        }
    }

    /** @param remembered what {@link #text} gave before */
    void become(String remembered) {
        ids.clear();
        ids.addAll(List.of(remembered.split(",", -1)));
        ids.remove("");
    }

    /** For the browser to remember. */
    String text() {
        return String.join(",", ids);
    }
}
