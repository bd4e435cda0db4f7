package io.taskledger.app.e2e;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.KeyboardModifier;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Boards, people, and what is done to many tasks at once. */
@InTheBrowser
class TeamBoardIT {

    private static final byte[] DOT = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    @Test
    void a_card_is_moved_by_mouse_by_keyboard_and_by_its_menu_and_others_see_it(Visit visit) {
        var anna = visit.somebody();
        var workspace = team(anna);
        anna.rest()
                .post("/workspaces/" + workspace + "/lists", Map.of("name", "Doing"))
                .expecting(201);
        var tab = visit.browserOf(anna);
        var other = visit.browserOf(anna);
        tab.open("/boards/" + workspace);
        other.open("/boards/" + workspace);
        add(tab, 0, "Beds", "Ants");
        assertThat(cards(other, 0)).hasText(new String[] {"Beds", "Ants"});
        drag(tab, card(tab, "Beds"), column(tab, 1));
        assertThat(cards(tab, 0)).hasText(new String[] {"Ants"});
        assertThat(cards(other, 1)).hasText(new String[] {"Beds"});
        card(tab, "Ants").getByTestId("card-title").focus();
        tab.page().keyboard().press("Alt+ArrowRight");
        assertThat(cards(tab, 1)).hasText(new String[] {"Ants", "Beds"});
        assertThat(card(tab, "Ants").getByTestId("card-title")).isFocused();
        tab.page().keyboard().press("Alt+ArrowDown");
        assertThat(cards(tab, 1)).hasText(new String[] {"Beds", "Ants"});
        tab.page().keyboard().press("m");
        assertThat(tab.page().getByRole(AriaRole.DIALOG)).containsText("Move “Ants”");
        tab.at("move-list").click();
        tab.page().locator("vaadin-select-item").getByText("Inbox").click();
        tab.at("move-confirm").click();
        assertThat(cards(other, 0)).hasText(new String[] {"Ants"});
    }

    @Test
    void lists_are_added_renamed_and_removed_and_their_tasks_stay(Visit visit) {
        var anna = visit.somebody();
        var workspace = team(anna);
        var tab = visit.browserOf(anna);
        var other = visit.browserOf(anna);
        tab.open("/boards/" + workspace);
        other.open("/boards/" + workspace);
        assertThat(other.at("column-name")).hasText(new String[] {"Inbox"});
        tab.at("add-list").click();
        tab.input("new-list").fill("Later");
        tab.input("new-list").press("Enter");
        assertThat(tab.at("column-name")).hasText(new String[] {"Inbox", "Later"});
        add(tab, 1, "Beds");
        column(tab, 1).getByTestId("list-menu").click();
        item(tab, "Rename").click();
        tab.input("rename-list").last().fill("Someday");
        tab.input("rename-list").last().press("Enter");
        assertThat(tab.at("column-name")).hasText(new String[] {"Inbox", "Someday"});
        assertThat(other.at("column-name")).hasText(new String[] {"Inbox", "Someday"});
        column(tab, 1).getByTestId("list-menu").click();
        item(tab, "Remove").click();
        tab.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByText("Remove", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(tab.at("column-name")).hasText(new String[] {"Inbox"});
        assertThat(cards(tab, 0)).hasText(new String[] {"Beds"});
    }

    @Test
    void somebody_is_invited_joins_and_may_look_only(Visit visit) {
        var anna = visit.somebody();
        var ben = visit.somebody();
        var workspace = team(anna);
        var hers = visit.browserOf(anna);
        hers.open("/workspaces/" + workspace);
        hers.input("invite-whom").fill("nobody-at-all");
        hers.input("invite-whom").press("Enter");
        hers.at("invite-send").click();
        assertThat(hers.at("invite-whom")).containsText("Nobody is called nobody-at-all.");
        hers.input("invite-whom").fill(ben.name());
        hers.input("invite-whom").press("Enter");
        hers.at("invite-role").click();
        hers.page().locator("vaadin-select-item").getByText("Viewer").last().click();
        hers.at("invite-send").click();
        assertThat(hers.at("invitation")).containsText(ben.name());
        var his = visit.browserOf(ben);
        his.at("nav-workspaces").click();
        his.at("to-invitations").click();
        his.at("invitation-accept").click();
        his.at("nav-board")
                .filter(new Locator.FilterOptions().setHasText("The garden"))
                .click();
        assertThat(his.at("where")).hasText("The garden");
        assertThat(his.at("column")).hasCount(1);
        assertThat(his.at("add-card")).hasCount(0);
        assertThat(his.at("add-list")).hasCount(0);
    }

    @Test
    void a_task_is_talked_about_given_a_file_shared_and_seen_by_the_other(Visit visit) {
        var anna = visit.somebody();
        var ben = visit.somebody();
        anna.rest().createTask("Beds");
        var hers = visit.browserOf(anna);
        hers.openTask("Beds");
        hers.at("file-upload").locator("input[type=file]").setInputFiles(new FilePayload("dot.png", "image/png", DOT));
        assertThat(hers.at("file-name")).hasText("dot.png");
        hers.at("file-upload")
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("bad.exe", "image/png", "MZ".getBytes(StandardCharsets.UTF_8)));
        assertThat(hers.at("file-refusal")).containsText("not taken");
        var saved = hers.page().waitForDownload(() -> hers.at("file-name").click());
        assertThat(saved.suggestedFilename()).isEqualTo("dot.png");
        hers.input("share-whom").fill(ben.name());
        hers.input("share-whom").press("Enter");
        hers.at("share-send").click();
        assertThat(hers.at("share")).containsText(ben.name());
        hers.at("tab-comments").click();
        hers.input("comment-field").fill("**Roses** for @" + ben.name());
        hers.at("comment-send").click();
        assertThat(hers.at("comment").locator("strong")).hasText("Roses");
        var his = visit.browserOf(ben);
        his.at("nav-shared").click();
        his.row("Beds").getByTestId("row-title").click();
        his.at("tab-comments").click();
        assertThat(his.at("comment")).containsText("Roses");
        his.input("comment-field").fill("Red ones");
        his.input("comment-field").press("Control+Enter");
        assertThat(hers.at("comment")).hasCount(2);
    }

    @Test
    void many_tasks_are_selected_deleted_and_restored(Visit visit) {
        var anna = visit.somebody();
        List.of("Ants", "Beds", "Cats").forEach(anna.rest()::createTask);
        var tab = visit.browserOf(anna);
        tab.open("/tasks?sort=title");
        assertThat(tab.rows()).hasCount(3);
        tab.page().keyboard().press("ArrowDown");
        tab.page().keyboard().press("Shift+ArrowDown");
        assertThat(tab.at("bulk-number")).hasText("2 selected");
        tab.at("bulk-tag").click();
        tab.input("bulk-tag-name").fill("garden");
        tab.at("bulk-confirm").click();
        assertThat(tab.row("Beds")).containsText("garden");
        assertThat(tab.row("Cats")).not().containsText("garden");
        assertThat(tab.at("bulk-bar")).isHidden();
        tab.inRow("Ants", "row-pick").click();
        tab.row("Cats")
                .getByTestId("row-pick")
                .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        assertThat(tab.at("bulk-number")).hasText("3 selected");
        tab.at("bulk-delete").click();
        assertThat(tab.rows()).hasCount(0);
        tab.at("nav-trash").click();
        assertThat(tab.at("trash-set")).containsText("3 tasks");
        tab.at("trash-set").locator(".fold").click();
        assertThat(tab.at("trash-item")).hasCount(3);
        tab.at("trash-item")
                .filter(new Locator.FilterOptions().setHasText("Beds"))
                .getByTestId("trash-restore")
                .click();
        assertThat(tab.at("trash-item")).hasCount(2);
        tab.at("trash-purge").first().click();
        tab.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByText("Delete for good", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(tab.at("trash-item")).hasCount(1);
        assertThat(anna.rest().titles()).containsExactly("Beds");
        tab.at("nav-activity").click();
        assertThat(tab.at("activity-set").first()).containsText("You deleted 3 tasks");
    }

    @Test
    void a_title_is_understood_as_it_is_typed_and_every_task_is_a_few_letters_away(Visit visit) {
        var anna = visit.somebody();
        anna.rest().createTask("Paint the fence");
        var tab = visit.browserOf(anna);
        tab.input("quick-add").fill("Watch Tomorrow tomorrow 9am #film !high");
        assertThat(tab.at("understood-piece")).hasCount(4);
        tab.at("understood-piece")
                .filter(new Locator.FilterOptions().setHasText("High priority"))
                .click();
        assertThat(tab.at("understood-piece")).hasCount(3);
        tab.input("quick-add").press("Enter");
        assertThat(tab.row("Watch Tomorrow !high")).containsText("tomorrow, 9:00");
        assertThat(tab.row("Watch Tomorrow !high")).containsText("film");
        assertThat(tab.at("understood")).isHidden();
        tab.page().keyboard().press("Control+k");
        tab.input("palette-field").pressSequentially("fence");
        assertThat(tab.at("palette-option")).hasText(new String[] {"Paint the fenceTask"});
        tab.page().keyboard().press("Enter");
        assertThat(tab.input("field-title")).hasValue("Paint the fence");
        tab.page().keyboard().press("Control+k");
        tab.input("palette-field").fill("trash");
        tab.page().keyboard().press("Enter");
        assertThat(tab.at("where")).hasText("Trash");
    }

    private static String team(Person person) {
        return person.rest()
                .post("/workspaces", Map.of("name", "The garden"))
                .expecting(201)
                .json()
                .get("id")
                .asString();
    }

    private static Locator column(Tab tab, int at) {
        return tab.at("column").nth(at);
    }

    private static Locator cards(Tab tab, int at) {
        return column(tab, at).getByTestId("card-title");
    }

    private static Locator card(Tab tab, String title) {
        return tab.at("card").filter(new Locator.FilterOptions().setHasText(title));
    }

    private static void add(Tab tab, int at, String... titles) {
        var field = column(tab, at).getByTestId("add-card").locator("input");
        for (var title : titles) {
            field.fill(title);
            field.press("Enter");
            assertThat(card(tab, title)).isVisible();
        }
    }

    private static Locator item(Tab tab, String name) {
        return tab.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name));
    }

    private static void drag(Tab tab, Locator card, Locator target) {
        var from = card.boundingBox();
        var to = target.boundingBox();
        var mouse = tab.page().mouse();
        mouse.move(from.x + from.width / 2, from.y + from.height / 2);
        mouse.down();
        mouse.move(to.x + to.width / 2, to.y + to.height / 2, new Mouse.MoveOptions().setSteps(6));
        mouse.up();
    }
}
