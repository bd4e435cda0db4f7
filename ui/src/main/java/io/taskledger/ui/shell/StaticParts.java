package io.taskledger.ui.shell;

/** The files that every page loads, also before anybody has signed in. They lie in {@code META-INF/resources}. */
final class StaticParts {

    static final String STYLES = "taskledger.css";
    static final String SCREENS = "screens.css";
    static final String HISTORY = "task-history.css";
    static final String HISTORY_SCRIPT = "task-history.js";
    static final String PAST = "time-travel.css";
    static final String SCRIPT = "taskledger.js";
    static final String SCREENS_SCRIPT = "screens.js";

    static final String[] PUBLIC = {
        "/" + STYLES,
        "/" + SCREENS,
        "/" + HISTORY,
        "/" + PAST,
        "/" + SCRIPT,
        "/" + SCREENS_SCRIPT,
        "/" + HISTORY_SCRIPT,
        "/robots.txt",
        "/icons/**",
        "/aura/**"
    };

    private StaticParts() {}
}
