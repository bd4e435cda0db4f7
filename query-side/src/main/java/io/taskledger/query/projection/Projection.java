package io.taskledger.query.projection;

import java.util.List;
import java.util.stream.Stream;

/**
 * A read model by name.
 *
 * @param name also the name of its processor, the logical schema of its entities and the stem of its DDL file,
 *     {@code projection/<name>.sql}
 */
public record Projection(String name) {

    public static final String TASKS = "tasks";
    public static final String ACCOUNTS = "accounts";
    public static final String ACTIVITY = "activity";
    public static final String WORKSPACES = "workspaces";
    public static final String STATISTICS = "statistics";
    public static final String HISTORY = "history";

    private static final List<Projection> ALL = Stream.of(TASKS, ACCOUNTS, WORKSPACES, ACTIVITY, STATISTICS, HISTORY)
            .map(Projection::new)
            .toList();

    public static List<Projection> all() {
        return ALL;
    }

    public static boolean isKnown(String name) {
        return all().stream().anyMatch(one -> one.name().equals(name));
    }

    static String schema(String name, int version) {
        return name + "_v" + version;
    }
}
