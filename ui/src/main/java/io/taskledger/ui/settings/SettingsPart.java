package io.taskledger.ui.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of the settings, in their order. */
enum SettingsPart {
    PROFILE,
    EMAIL,
    PASSWORD,
    SESSIONS,
    TOKENS,
    NOTIFICATIONS,
    APPEARANCE,
    EXPORT,
    DELETION;

    static Optional<SettingsPart> named(String key) {
        return Stream.of(values()).filter(part -> part.key().equals(key)).findFirst();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String path() {
        return "settings/" + key();
    }

    /** Key of its words. */
    String title() {
        return "settings." + key();
    }
}
