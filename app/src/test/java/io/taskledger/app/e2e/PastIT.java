package io.taskledger.app.e2e;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.taskledger.app.product.Form;
import io.taskledger.app.product.OneProduct;
import io.taskledger.app.product.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Time travel in a browser: to last Tuesday and back. */
@InTheBrowser
@ExtendWith(OneProduct.class)
class PastIT {

    private static final Pattern IN_THE_PAST = Pattern.compile("[?&]at=");
    private static final int ACTIONS = Form.of(10, 50);

    @Test
    void last_tuesday_s_board_is_opened_played_compared_and_a_task_is_restored_by_mouse(
            Visit visit, Product product, @TempDir Path folder) throws Exception {
        var tab = herbs(visit, product, folder);
        tab.at("clock").click();
        tab.at("clock-travel").click();
        assertThat(tab.at("past-bar")).containsText("Nothing here can be edited.");
        assertThat(tab.page()).hasURL(IN_THE_PAST);
        assertThat(tab.at("card-check")).hasCount(0);
        assertThat(tab.at("add-card")).hasCount(0);
        var slider = tab.at("past-slider").last().boundingBox();
        tab.page().mouse().click(slider.x + 1, slider.y + slider.height / 2);
        assertThat(cards(tab, 0)).hasText(new String[] {"Basil"});
        tab.at("past-next").click();
        assertThat(cards(tab, 0)).hasText(new String[] {"Basil", "Sage"});
        tab.at("past-previous").click();
        assertThat(cards(tab, 0)).hasText(new String[] {"Basil"});

        tab.at("past-jump").last().click();
        tuesday(tab).click();
        assertThat(cards(tab, 0)).hasText(new String[] {"Basil", "Sage", "Dill"});
        tab.at("past-compare").click();
        differs(tab);
        Looks.judge(tab, "past-board-compared");
        tab.page().setViewportSize(1280, 800);
        tab.at("past-compare").click();
        assertThat(tab.at("past-summary")).isEmpty();

        tab.at("past-play").click();
        assertThat(tab.at("past-stop")).hasCount(3);
        tab.at("past-speed-4").click();
        assertThat(tab.at("past-news")).hasText("That was the last one.");
        wasPlayed(tab);
        Looks.judge(tab, "past-board-played");
        tab.page().setViewportSize(1280, 800);
        tab.at("past-stop").first().click();
        assertThat(cards(tab, 1)).hasText(new String[] {"Basil"});
        assertThat(cards(tab, 0)).hasText(new String[] {"Sage", "Dill"});

        card(tab, "Sage").click();
        assertThat(tab.at("past-task-title")).hasText("Sage");
        assertThat(tab.at("past-since")).containsText("Sage → Sage and thyme");
        Looks.judge(tab, "past-task");
        tab.page().setViewportSize(1280, 800);
        tab.at("past-restore").click();
        assertThat(tab.page().getByText("“Sage” is again as it was then.")).isVisible();
        tab.at("panel-close").click();
        tab.at("past-back").click();
        assertThat(tab.at("past-bar")).hasCount(0);
        assertThat(cards(tab, 0)).hasText(new String[] {"Sage", "Dill", "Mint"});
        assertThat(tab.page()).not().hasURL(IN_THE_PAST);
    }

    @Test
    void the_same_is_done_without_a_pointer(Visit visit, Product product, @TempDir Path folder) throws Exception {
        var tab = herbs(visit, product, folder);
        var keys = tab.page().keyboard();
        keys.press("t");
        assertThat(tab.at("clock-travel")).isFocused();
        Accessibility.check(tab.page());
        keys.press("Enter");
        assertThat(tab.at("past-slider").last()).isFocused();
        keys.press("Home");
        assertThat(cards(tab, 0)).hasText(new String[] {"Basil"});
        keys.press(".");
        assertThat(cards(tab, 0)).hasText(new String[] {"Basil", "Sage"});
        keys.press(",");
        assertThat(cards(tab, 0)).hasText(new String[] {"Basil"});
        tab.at("past-jump").last().focus();
        keys.press("Enter");
        assertThat(tuesday(tab)).isVisible();
        while (!Boolean.TRUE.equals(tuesday(tab).evaluate("item => item === document.activeElement"))) {
            keys.press("ArrowDown");
        }
        keys.press("Enter");
        assertThat(cards(tab, 0)).hasText(new String[] {"Basil", "Sage", "Dill"});
        keys.press("c");
        differs(tab);
        keys.press("p");
        assertThat(tab.at("past-stop")).hasCount(3);
        assertThat(tab.at("past-news")).hasText("That was the last one.");
        wasPlayed(tab);
        tab.at("past-stop").first().focus();
        keys.press("Enter");
        assertThat(card(tab, "Sage")).isVisible();
        card(tab, "Sage").focus();
        keys.press("Enter");
        assertThat(tab.at("past-task")).isFocused();
        keys.press("Tab");
        assertThat(tab.at("past-restore")).isFocused();
        keys.press("Enter");
        assertThat(tab.page().getByText("“Sage” is again as it was then.")).isVisible();
        keys.press("Escape");
        assertThat(tab.at("past-task")).hasCount(0);
        assertThat(card(tab, "Sage")).isFocused();
        keys.press("Escape");
        assertThat(tab.at("past-bar")).hasCount(0);
        assertThat(cards(tab, 0)).hasText(new String[] {"Sage", "Dill", "Mint"});
    }

    @Test
    void a_moment_that_nothing_can_be_told_of_is_explained(Visit visit) {
        var anna = visit.somebody();
        anna.rest().createTask("Beds");
        var tab = visit.browserOf(anna);
        for (var path : List.of("/tasks?at=", "/today?at=", "/dashboard?at=")) {
            tab.open(path + "yesterday-ish");
            assertThat(tab.at("past-nothing")).containsText("This moment cannot be read");
            tab.open(path + "2999-01-01T00:00:00Z");
            assertThat(tab.at("past-nothing")).containsText("This is still to come");
            tab.open(path + "1066-10-14");
            assertThat(tab.at("past-nothing")).containsText("Nothing is known of this time");
        }
        Accessibility.check(tab.page());
        tab.at("past-beginning").click();
        assertThat(tab.at("number-open")).containsText("1");
        tab.page().keyboard().press("Escape");
        assertThat(tab.at("past-bar")).hasCount(0);
    }

    @Test
    void a_list_tells_what_is_done_and_new_since(Visit visit) {
        var anna = visit.somebody();
        var beds = anna.rest().createTask("Beds");
        var tab = visit.browserOf(anna);
        assertThat(tab.row("Beds")).isVisible();
        tab.at("clock").click();
        tab.at("clock-travel").click();
        assertThat(tab.row("Beds")).isVisible();
        assertThat(tab.input("quick-add")).hasCount(0);
        anna.rest().patch("/tasks/" + beds, Map.of("completed", true)).expecting(200);
        anna.rest().createTask("Ants");
        tab.at("past-compare").click();
        assertThat(tab.at("past-summary")).hasText("1 new, 1 gone, 0 changed");
        assertThat(tab.row("Beds").getByTestId("difference")).hasText("Done since then");
        assertThat(tab.row("Ants").getByTestId("difference")).hasText("New since then");
        Looks.judge(tab, "past-list");
    }

    @Test
    void the_last_actions_are_taken_back_one_by_one_also_after_the_page_was_loaded_again(Visit visit) {
        var anna = visit.somebody();
        var walk = anna.rest().createTask("Walk 0");
        for (int at = 1; at <= ACTIONS; at++) {
            anna.rest().patch("/tasks/" + walk, Map.of("title", "Walk " + at)).expecting(200);
        }
        var tab = visit.browserOf(anna);
        assertThat(tab.row("Walk " + ACTIONS)).isVisible();
        tab.at("clock").click();
        assertThat(tab.at("last-action")).hasCount(Math.min(20, ACTIONS + 1));
        Looks.judge(tab, "clock");
        tab.page().setViewportSize(1280, 800);
        tab.at("last-undo").first().click();
        assertThat(tab.at("last-redo")).hasCount(1);
        tab.page().keyboard().press("Escape");
        tab.page().reload();
        assertThat(tab.row("Walk " + (ACTIONS - 1))).isVisible();
        for (int at = ACTIONS - 2; at >= 0; at--) {
            tab.page().keyboard().press("Control+z");
            assertThat(tab.row("Walk " + at)).isVisible();
        }
    }

    private static Tab herbs(Visit visit, Product product, Path folder) throws Exception {
        var anna = visit.somebody();
        HerbGarden.planted(product, anna, folder);
        var tab = visit.browserOf(anna);
        tab.at("nav-board")
                .filter(new Locator.FilterOptions().setHasText("Herb garden"))
                .click();
        assertThat(tab.at("where")).hasText("Herb garden");
        return tab;
    }

    private static void differs(Tab tab) {
        assertThat(tab.at("past-summary")).hasText("1 new, 0 gone, 2 changed");
        assertThat(cards(tab, 0)).hasText(new String[] {"Basil", "Sage", "Dill", "Mint"});
        assertThat(difference(tab, "Mint")).hasText("New since then");
        assertThat(difference(tab, "Basil")).containsText("list: To do → Harvested");
        assertThat(difference(tab, "Sage")).containsText("title: Sage → Sage and thyme");
        assertThat(difference(tab, "Dill")).isHidden();
    }

    private static void wasPlayed(Tab tab) {
        assertThat(cards(tab, 0)).hasText(new String[] {"Sage and thyme", "Dill", "Mint"});
        assertThat(cards(tab, 1)).hasText(new String[] {"Basil"});
        assertThat(tab.at("past-stop")).containsText(new String[] {
            "Ruth Kern moved “Basil”: list: To do → Harvested",
            "Ruth Kern changed “Sage and thyme”: title: Sage → Sage and thyme",
            "Ruth Kern added “Mint”"
        });
    }

    /** Whatever day it is: the day after, last Tuesday is called yesterday. */
    private static Locator tuesday(Tab tab) {
        var day = HerbGarden.tuesday();
        var name = day.equals(LocalDate.now(HerbGarden.ZONE).minusDays(1))
                ? "Yesterday"
                : "Last " + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return tab.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator cards(Tab tab, int column) {
        return tab.at("column").nth(column).getByTestId("card-title");
    }

    private static Locator card(Tab tab, String title) {
        return tab.at("card-title").filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + title + "$")));
    }

    private static Locator difference(Tab tab, String title) {
        return tab.at("card")
                .filter(new Locator.FilterOptions()
                        .setHas(tab.page()
                                .locator(
                                        ".card-title",
                                        new Page.LocatorOptions().setHasText(Pattern.compile("^" + title + "$")))))
                .getByTestId("difference");
    }
}
