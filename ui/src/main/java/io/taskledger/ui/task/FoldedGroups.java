package io.taskledger.ui.task;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.vaadin.flow.component.page.WebStorage;

/** Which groups the person has folded away, also those that no list shows just now. */
final class FoldedGroups {

    private static final String KEY = "taskledger.folded";

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

    /** What the browser remembers; of one that remembers nothing, nothing. */
    void recall(Runnable recalled) {
        WebStorage.getItem(KEY, remembered -> {
            if (remembered != null && !remembered.isEmpty()) {
                ids.clear();
                ids.addAll(List.of(remembered.split(",", -1)));
                ids.remove("");
                recalled.run();
            }
        });
    }

    void remember() {
        WebStorage.setItem(KEY, String.join(",", ids));
    }
}
