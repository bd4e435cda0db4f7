package io.taskledger.app.e2e;

import com.microsoft.playwright.Locator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Somebody who has a keyboard and nothing else. */
record Keys(Tab tab) {

    Keys press(String... keys) {
        for (var key : keys) {
            tab.page().keyboard().press(key);
        }
        return this;
    }

    Keys type(String text) {
        tab.page().keyboard().type(text);
        return this;
    }

    /** Types over what stands in the field that has the focus. */
    Keys replace(String text) {
        return press("Control+a").type(text);
    }

    /** Chooses from the palette what begins with this. */
    Keys choose(String label) {
        press("Control+k");
        assertThat(tab.input("palette-field")).isFocused();
        type(label);
        assertThat(tab.at("palette-option").first()).containsText(label);
        return press("Enter").gone(tab.at("palette-field"));
    }

    /** The same, of what leads into a field. */
    Keys choose(String label, Locator field) {
        choose(label);
        assertThat(field).isFocused();
        return this;
    }

    /** Presses the key until the control has the focus: as many stops as there may be. */
    Keys step(String key, Locator to) {
        for (int stops = 0; stops < 60 && !has(to); stops++) {
            press(key);
        }
        assertThat(to).isFocused();
        return this;
    }

    private Keys gone(Locator what) {
        assertThat(what).isHidden();
        return this;
    }

    private static boolean has(Locator control) {
        return Boolean.TRUE.equals(control.evaluate("one => one === document.activeElement"));
    }
}
