package io.taskledger.ui.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the parts of the settings are. */
public final class SettingsNavigation {

    /** Key of its words → path, in their order. */
    public static final Map<String, String> PARTS = parts();

    private SettingsNavigation() {}

    private static Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        for (var part : SettingsPart.values()) {
            parts.put(part.title(), part.path());
        }
        return Collections.unmodifiableMap(parts);
    }
}
