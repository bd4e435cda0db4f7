package io.taskledger.app.e2e;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@InTheBrowser
class KeyboardIT {

    @Test
    void a_task_is_added_found_opened_changed_and_completed_without_a_pointer(Visit visit) {
        var tab = visit.browserOf(visit.somebody());
        var keys = tab.page().keyboard();
        keys.press("n");
        assertThat(tab.input("quick-add")).isFocused();
        type(keys, "Pay rent", "Enter", "Buy milk", "Enter");
        assertThat(tab.rows()).hasCount(2);
        keys.press("Escape");
        keys.press("ArrowDown");
        keys.press("ArrowDown");
        assertThat(tab.row("Pay rent").getByTestId("row-title")).isFocused();
        keys.press("x");
        assertThat(tab.row("Pay rent").getByRole(AriaRole.CHECKBOX)).isChecked();
        keys.press("Control+z");
        assertThat(tab.row("Pay rent").getByRole(AriaRole.CHECKBOX)).not().isChecked();
        keys.press("Control+Shift+Z");
        assertThat(tab.row("Pay rent").getByRole(AriaRole.CHECKBOX)).isChecked();
        keys.press("k");
        keys.press("Enter");
        assertThat(tab.at("panel")).isFocused();
        tab.input("field-title").focus();
        type(keys, " and bread", "Enter");
        assertThat(tab.row("Buy milk and bread")).isVisible();
        keys.press("Escape");
        assertThat(tab.at("panel")).isHidden();
        assertThat(tab.row("Buy milk and bread").getByTestId("row-title")).isFocused();
        keys.press("/");
        assertThat(tab.input("search")).isFocused();
        type(keys, "milk");
        assertThat(tab.rows()).hasCount(1);
    }

    @Test
    void the_keys_are_told_by_a_question_mark_and_hidden_by_escape(Visit visit) {
        var tab = visit.browserOf(visit.somebody());
        tab.page().keyboard().press("?");
        assertThat(tab.page().getByRole(AriaRole.DIALOG)).containsText("Keyboard shortcuts");
        assertThat(tab.at("help-close")).isVisible();
        tab.page().keyboard().press("Escape");
        assertThat(tab.at("help-close")).isHidden();
    }

    @Test
    void the_first_stop_leads_past_the_navigation(Visit visit) {
        var tab = visit.browserOf(visit.somebody());
        tab.page().locator("body").evaluate("body => document.activeElement.blur()");
        var skip = tab.page().getByText("Skip to the tasks");
        skip.focus();
        assertThat(skip).isInViewport();
        tab.page().keyboard().press("Enter");
        assertThat(tab.page().locator("#main")).isFocused();
    }

    /** Texts are typed, names of keys pressed. */
    private static void type(Keyboard keys, String... what) {
        for (var one : what) {
            if (one.equals("Enter")) {
                keys.press(one);
            } else {
                keys.type(one);
            }
        }
    }
}
