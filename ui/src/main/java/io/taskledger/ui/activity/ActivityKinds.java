package io.taskledger.ui.activity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the log can hold, in the order in which it is offered; each has its sentence, {@code activity.task.created}. */
final class ActivityKinds {

    static final Map<String, List<String>> ALL = all();

    static final Set<String> ACTIONS =
            ALL.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));

    private ActivityKinds() {}

    private static Map<String, List<String>> all() {
        var kinds = new LinkedHashMap<String, List<String>>();
        kinds.put("task", List.of("created", "updated", "deleted", "restored", "purged", "shared", "unshared"));
        kinds.put("comment", List.of("created", "updated", "deleted"));
        kinds.put("file", List.of("uploaded", "deleted"));
        kinds.put("reminder", List.of("created", "deleted", "reminded"));
        kinds.put("workspace", List.of("created", "updated"));
        kinds.put("list", List.of("created", "updated", "deleted"));
        kinds.put("invitation", List.of("created", "declined", "deleted"));
        kinds.put("member", List.of("joined", "updated", "left", "deleted"));
        kinds.put("account", List.of("created", "updated", "verified", "deleted"));
        kinds.put("preferences", List.of("updated"));
        kinds.put("session", List.of("signed_in", "signed_out"));
        return Collections.unmodifiableMap(kinds);
    }
}
