package io.taskledger.ui.shell;

import java.util.Locale;
import java.util.Optional;

import com.vaadin.flow.router.Location;
import io.taskledger.ui.projection.ProjectionsView;
import io.taskledger.ui.task.Shown;
import io.taskledger.ui.task.TaskNavigation;

/** The places that the side navigation leads to, in its order. */
enum Place {
    TODAY("sun"),
    UPCOMING("calendar"),
    TASKS("inbox"),
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
            case "", "tasks", "today", "upcoming" ->
                Optional.of(valueOf(Shown.of(location).which().name()));
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
            case TODAY, UPCOMING, TASKS -> TaskNavigation.toList(Shown.all(Shown.Which.valueOf(name())));
        };
    }
}
