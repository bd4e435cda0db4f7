package io.taskledger.app.e2e;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The jobs of {@code docs/model/keyboard.md}, in its order; no test here has a mouse. */
@InTheBrowser
class EverydayJobsIT {

    private static final Pattern DONE = Pattern.compile("\\bdone\\b");

    @Test
    void one_comes_in_adds_finds_and_gets_things_done(Visit visit) {
        var somebody = visit.somebody();
        var tab = visit.browser();
        var keys = new Keys(tab);
        tab.open("/login");
        assertThat(tab.input("sign-in-name")).isFocused();
        keys.type(somebody.name()).press("Tab").type(somebody.password()).press("Enter");
        assertThat(tab.at("empty")).isVisible();

        keys.press("n")
                .type("Pay rent")
                .press("Enter")
                .type("Buy milk tomorrow #home !high")
                .press("Enter");
        assertThat(tab.row("Buy milk")).containsText("home");
        assertThat(tab.row("Buy milk")).containsText("tomorrow");
        assertThat(tab.row("Buy milk").locator(".priority.high")).isVisible();
        keys.press("Escape", "ArrowDown", "ArrowDown");
        var rent = tab.row("Pay rent");
        assertThat(rent.getByTestId("row-title")).isFocused();
        keys.press("x");
        assertThat(rent.getByRole(AriaRole.CHECKBOX)).isChecked();
        keys.press("x");
        assertThat(rent.getByRole(AriaRole.CHECKBOX)).not().isChecked();
        keys.press("Control+z");
        assertThat(rent.getByRole(AriaRole.CHECKBOX)).isChecked();
        keys.press("Control+Shift+Z");
        assertThat(rent.getByRole(AriaRole.CHECKBOX)).not().isChecked();

        keys.press("Delete");
        assertThat(rent).hasCount(0);
        assertThat(tab.row("Buy milk").getByTestId("row-title")).isFocused();
        keys.press("Control+z");
        assertThat(rent).isVisible();

        keys.press("/").type("milk");
        assertThat(tab.rows()).hasCount(1);
        keys.choose("My tasks");
        assertThat(tab.rows()).hasCount(2);
        assertThat(tab.page().locator("#main")).isFocused();
        keys.press("?");
        assertThat(tab.page().getByRole(AriaRole.DIALOG)).containsText("Keyboard shortcuts");
        keys.press("Escape");
        assertThat(tab.at("help-close")).isHidden();
        keys.press("t");
        assertThat(tab.at("clock-travel")).isFocused();
        keys.press("Enter");
        assertThat(tab.page().getByText("You are looking at").first()).isVisible();
        keys.press("Escape");
        assertThat(tab.page().getByText("You are looking at").first()).isHidden();
        keys.choose("Dark");
        assertThat(tab.page().locator("html")).hasCSS("color-scheme", "dark");
        keys.choose("Sign out");
        assertThat(tab.at("sign-in-submit")).isVisible();
    }

    @Test
    void a_task_is_written_talked_about_and_had_back_as_it_was(Visit visit) {
        var anna = visit.somebody();
        var ben = visit.somebody();
        anna.rest().createTask("Pay rent");
        var tab = visit.browserOf(anna);
        var keys = new Keys(tab);
        keys.press("ArrowDown", "Enter");
        assertThat(tab.at("panel")).isFocused();
        var priority = tab.at("field-priority").locator("vaadin-select-value-button");
        keys.choose("Title", tab.input("field-title")).replace("Pay the rent").press("Enter");
        assertThat(tab.row("Pay the rent")).isVisible();
        keys.choose("Due date", tab.input("field-due-date")).type("11/3/2099").press("Enter", "Tab");
        assertThat(tab.row("Pay the rent")).containsText("Nov 3, 2099");
        keys.choose("Priority", priority).press("Enter");
        assertThat(tab.page().locator("vaadin-select-item[role=option]").first())
                .isVisible();
        keys.press("ArrowUp", "Enter");
        assertThat(tab.row("Pay the rent").locator(".priority.high")).isVisible();
        keys.choose("Add a tag", tab.input("add-tag")).type("home").press("Enter");
        assertThat(tab.row("Pay the rent").locator(".tag")).hasText("home");
        keys.choose("Add a description", tab.input("field-description"))
                .type("To **Anna**.")
                .press("Control+Enter");
        assertThat(tab.at("description-text").locator("strong")).hasText("Anna");

        keys.choose("Priority", priority).press("Alt+h");
        assertThat(tab.at("who-did-that")).containsText("Set to “High” by you");
        assertThat(tab.at("who-did-that")).containsText("Before: “Medium”");
        keys.step("Tab", tab.at("put-back")).press("Enter");
        assertThat(tab.row("Pay the rent").locator(".priority.high")).hasCount(0);

        keys.choose("Comments")
                .step("Tab", tab.input("comment-field"))
                .type("Done by Friday.")
                .press("Control+Enter");
        assertThat(tab.at("comments")).containsText("Done by Friday.");

        keys.choose("Details");
        assertThat(tab.at("share-whom")).isVisible();
        keys.choose("Username", tab.input("share-whom")).type(ben.name()).press("Enter");
        keys.step("Tab", tab.at("share-send")).press("Enter");
        assertThat(tab.at("shares")).containsText(ben.name());

        keys.choose("History");
        assertThat(tab.at("see-versions")).isVisible();
        keys.choose("See earlier versions");
        assertThat(tab.at("version-back")).isFocused();
        assertThat(tab.at("field-title")).isHidden();
        keys.step("Tab", tab.at("version-unfold").first()).press("Enter");
        keys.step("Tab", tab.at("version").last()).press("Enter");
        assertThat(tab.at("as-it-was")).containsText("Pay rent");
        keys.choose("Compared with now");
        assertThat(tab.at("as-it-was").locator("del").first()).isVisible();
        keys.choose("Name this version", tab.input("version-new-name"))
                .type("First of all")
                .press("Enter");
        assertThat(tab.at("version").last()).containsText("First of all");
        assertThat(tab.at("version-name")).isFocused();
        keys.press("Enter");
        assertThat(tab.input("version-new-name")).isFocused();
        keys.type("Discarded").press("Escape");
        assertThat(tab.at("version-name")).isFocused();
        assertThat(tab.at("version-name")).hasText("First of all");
        keys.press("Control+z");
        assertThat(tab.at("version-name")).hasText("Name this version");
        assertThat(tab.at("version").last()).not().containsText("First of all");
        keys.press("Control+Shift+z");
        assertThat(tab.at("version-name")).hasText("First of all");
        keys.press("Escape");
        assertThat(tab.at("see-versions")).isFocused();
        assertThat(tab.at("history")).containsText("You named a version “First of all”");
        keys.press("Enter");
        keys.step("Tab", tab.at("version").last()).press("Enter");
        keys.choose("Restore");
        assertThat(tab.row("Pay rent")).isVisible();
        keys.press("Control+z");
        assertThat(tab.row("Pay the rent")).isVisible();
        keys.press("Escape");
        assertThat(tab.at("panel")).isHidden();
        assertThat(tab.row("Pay the rent").getByTestId("row-title")).isFocused();
    }

    @Test
    void many_are_changed_at_once_and_come_back_together(Visit visit) {
        var somebody = visit.somebody();
        for (var title : List.of("One", "Two", "Three")) {
            somebody.rest().createTask(title);
        }
        var tab = visit.browserOf(somebody);
        var keys = new Keys(tab);
        keys.press("ArrowDown", "Control+a");
        assertThat(tab.at("bulk-number")).hasText("3 selected");
        keys.choose("Tag", tab.input("bulk-tag-name")).type("garden").press("Enter");
        assertThat(tab.rows().locator(".tag")).hasText(new String[] {"garden", "garden", "garden"});
        keys.press("ArrowDown", "s", "Shift+ArrowDown");
        assertThat(tab.at("bulk-number")).hasText("2 selected");
        keys.choose("Delete");
        assertThat(tab.rows()).hasCount(1);
        keys.choose("Trash");
        assertThat(tab.at("where")).hasText("Trash");
        assertThat(tab.at("trash-set")).containsText("2 tasks");
        keys.choose("Restore all");
        assertThat(tab.at("plan-changes").locator("li")).hasCount(2);
        assertThat(tab.at("plan-confirm")).isFocused();
        keys.press("Enter");
        assertThat(tab.at("trash-set")).hasCount(0);
        keys.choose("My tasks");
        assertThat(tab.rows()).hasCount(3);
        assertThat(tab.page().locator("#main")).isFocused();
        keys.press("ArrowDown", "x");
        assertThat(tab.rows().first()).hasClass(DONE);
        keys.choose("Done");
        assertThat(tab.rows()).hasCount(1);
        keys.choose("Activity");
        assertThat(tab.at("activity-set").first()).containsText("You restored 2 tasks");
    }

    @Test
    void a_team_is_made_and_its_board_is_worked_on(Visit visit) {
        var somebody = visit.somebody();
        var tab = visit.browserOf(somebody);
        var keys = new Keys(tab);
        keys.choose("Workspaces");
        assertThat(tab.at("where")).hasText("Workspaces");
        keys.press("n");
        assertThat(tab.input("new-workspace")).isFocused();
        keys.type("Garden").press("Enter");
        assertThat(tab.at("workspace").filter(new Locator.FilterOptions().setHasText("Garden")))
                .isVisible();
        keys.choose("Garden");
        assertThat(tab.at("where")).hasText("Garden");
        keys.choose("Add a list", tab.input("new-list")).type("Doing").press("Enter");
        assertThat(tab.at("column")).hasCount(2);
        keys.press("Escape");
        keys.step("Tab", tab.input("add-card").first()).type("Sow beans").press("Enter");
        assertThat(tab.at("card")).hasCount(1);
        keys.press("Escape", "ArrowDown", "Alt+ArrowRight");
        assertThat(tab.at("column").last().getByTestId("card")).hasCount(1);
        keys.press("x");
        assertThat(tab.at("card")).hasClass(DONE);
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
}
