package io.taskledger.ui.parts;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;

/** How the pages look. Kept by the browser, so that it is known before anybody has signed in. */
public enum Appearance {
    SYSTEM,
    LIGHT,
    DARK;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public void choose(Component screen) {
        screen.getElement().executeJs("window.taskledger.appearance($0)", key());
    }

    /** Tells the one in force; what the browser remembers of another release is none. */
    public static void ask(Component screen, Consumer<Appearance> told) {
        screen.getElement()
                .executeJs("return window.taskledger.appearance()")
                .then(String.class, key -> named(key).ifPresent(told));
    }

    private static Optional<Appearance> named(String key) {
        for (var one : values()) {
            if (one.key().equals(key)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
