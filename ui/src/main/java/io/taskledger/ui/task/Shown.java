package io.taskledger.ui.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.ui.past.Then;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a list shows and in which order: all that a URL says of it, so that a view can be linked.
 *
 * @param list of a workspace; null where tasks of all lists are shown
 * @param then as of when; null for now
 */
public record Shown(
        Which which,
        @Nullable ListId list,
        Status status,
        @Nullable Priority priority,
        List<String> tags,
        String search,
        Order order,
        @Nullable Then then) {

    /** The lists that everybody has. */
    public enum Which {
        TASKS,
        TODAY,
        UPCOMING,
        ASSIGNED,
        SHARED;

        public String path() {
            return key();
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Status {
        OPEN(false),
        DONE(true),
        ALL(null);

        private final @Nullable Boolean completed;

        Status(@Nullable Boolean completed) {
            this.completed = completed;
        }
    }

    /** Sort orders that somebody would ask for. */
    enum Order {
        DUE,
        PRIORITY,
        NEWEST,
        OLDEST,
        TITLE;

        private TaskSort sort() {
            return switch (this) {
                case DUE -> TaskSort.by(TaskSort.Field.DUE_DATE);
                case PRIORITY -> TaskSort.by(TaskSort.Field.PRIORITY).reversed();
                case NEWEST -> TaskSort.by(TaskSort.Field.CREATED_AT).reversed();
                case OLDEST -> TaskSort.by(TaskSort.Field.CREATED_AT);
                case TITLE -> TaskSort.by(TaskSort.Field.TITLE);
            };
        }
    }

    public Shown {
        tags = List.copyOf(tags);
    }

    /** As it is now. */
    Shown(
            Which which,
            @Nullable ListId list,
            Status status,
            @Nullable Priority priority,
            List<String> tags,
            String search,
            Order order) {
        this(which, list, status, priority, tags, search, order, null);
    }

    public static Shown all(Which which) {
        return new Shown(which, null, Status.OPEN, null, List.of(), "", Order.DUE);
    }

    /** All tasks as they were. */
    public static Shown asOf(Instant at) {
        return all(Which.TASKS).then(Then.at(at));
    }

    public static Shown in(ListId list) {
        return new Shown(Which.TASKS, list, Status.OPEN, null, List.of(), "", Order.DUE);
    }

    /** What a URL asks for; what it says that cannot be understood is left out. */
    public static Shown of(Location location) {
        return ShownAddress.read(location);
    }

    QueryParameters parameters() {
        return ShownAddress.told(this, false);
    }

    /** For a URL whose path does not say which list it is. */
    QueryParameters parametersWithin() {
        return ShownAddress.told(this, true);
    }

    TaskFilter filter(LocalDate today, UserId reader) {
        var all = TaskFilter.everything()
                .list(list)
                .completed(status.completed)
                .priority(priority)
                .tags(tags)
                .search(search.strip());
        return switch (which) {
            case TASKS -> all;
            case TODAY -> all.due(status == Status.OPEN ? null : today, today);
            case UPCOMING -> all.due(today.plusDays(1), null);
            case ASSIGNED -> all.assignee(new TaskFilter.Assignee(reader.text()));
            case SHARED -> all.sharedWithActor(true);
        };
    }

    TaskSort sort() {
        return order.sort();
    }

    boolean narrowed() {
        return status != Status.OPEN || priority != null || !tags.isEmpty() || !search.isBlank();
    }

    /** The same list, with nothing to narrow it. */
    Shown cleared() {
        return new Shown(which, list, Status.OPEN, null, List.of(), "", order, then);
    }

    Shown status(Status value) {
        return new Shown(which, list, value, priority, tags, search, order, then);
    }

    Shown priority(@Nullable Priority value) {
        return new Shown(which, list, status, value, tags, search, order, then);
    }

    public Shown with(String tag) {
        var more = new ArrayList<>(tags);
        if (!more.contains(tag)) {
            more.add(tag);
        }
        return new Shown(which, list, status, priority, more, search, order, then);
    }

    Shown without(String tag) {
        return new Shown(
                which,
                list,
                status,
                priority,
                tags.stream().filter(one -> !one.equals(tag)).toList(),
                search,
                order,
                then);
    }

    public Shown search(String value) {
        return new Shown(which, list, status, priority, tags, value, order, then);
    }

    /** @param value null for now */
    public Shown then(@Nullable Then value) {
        return new Shown(which, list, status, priority, tags, search, order, value);
    }

    Shown order(Order value) {
        return new Shown(which, list, status, priority, tags, search, value, then);
    }
}
