package io.taskledger.ui.shell;

import java.util.Locale;
import java.util.Optional;

import com.vaadin.flow.router.Location;
import io.taskledger.ui.activity.ActivityView;
import io.taskledger.ui.projection.ProjectionsView;
import io.taskledger.ui.statistics.DashboardView;
import io.taskledger.ui.tag.TagsView;
import io.taskledger.ui.task.Shown;
import io.taskledger.ui.task.TaskNavigation;
import io.taskledger.ui.trash.TrashView;
import io.taskledger.ui.workspace.WorkspaceNavigation;

/** The places that the side navigation leads to, in its order. */
enum Place {
    TODAY("sun"),
    UPCOMING("calendar"),
    TASKS("inbox"),
    ASSIGNED("person"),
    SHARED("people"),
    WORKSPACES("board"),
    DASHBOARD("chart"),
    ACTIVITY("clock"),
    TAGS("tag"),
    TRASH("trash"),
    IMPORT("import"),
    PROJECTIONS("layers");

    private final String icon;

    Place(String icon) {
        this.icon = icon;
    }

    /** Empty where the address leads to none of them. */
    static Optional<Place> of(Location location) {
        return switch (location.getFirstSegment()) {
            case "import" -> Optional.of(IMPORT);
            case "admin" -> Optional.of(PROJECTIONS);
            case WorkspaceNavigation.WORKSPACES -> Optional.of(WORKSPACES);
            case DashboardView.PATH -> Optional.of(DASHBOARD);
            case ActivityView.PATH -> Optional.of(ACTIVITY);
            case TagsView.PATH -> Optional.of(TAGS);
            case TrashView.PATH -> Optional.of(TRASH);
            case "", "tasks", "today", "upcoming", "assigned", "shared" ->
                Optional.of(Shown.of(location))
                        .filter(shown -> shown.list() == null)
                        .map(shown -> valueOf(shown.which().name()));
            default -> Optional.empty();
        };
    }

    String icon() {
        return icon;
    }

    /** Key of its words. */
    String title() {
        return "nav." + key();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isForOperators() {
        return this == PROJECTIONS;
    }

    String path() {
        return switch (this) {
            case IMPORT -> "import";
            case PROJECTIONS -> ProjectionsView.PATH;
            case WORKSPACES -> WorkspaceNavigation.WORKSPACES;
            case DASHBOARD -> DashboardView.PATH;
            case ACTIVITY -> ActivityView.PATH;
            case TAGS -> TagsView.PATH;
            case TRASH -> TrashView.PATH;
            case TODAY, UPCOMING, TASKS, ASSIGNED, SHARED ->
                TaskNavigation.toList(Shown.all(Shown.Which.valueOf(name())));
        };
    }
}
