package io.taskledger.ui.shell;

/** The files that every page loads, also before anybody has signed in. They lie in {@code META-INF/resources}. */
final class StaticParts {

    static final String STYLES = "taskledger.css";
    static final String SCREENS = "screens.css";
    static final String PAST = "time-travel.css";
    static final String SCRIPT = "taskledger.js";
    static final String SCREENS_SCRIPT = "screens.js";

    static final String[] PUBLIC = {
        "/" + STYLES, "/" + SCREENS, "/" + PAST, "/" + SCRIPT, "/" + SCREENS_SCRIPT, "/icons/**", "/aura/**"
    };

    private StaticParts() {}
}
