package io.taskledger.app.e2e;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Tags on all of one's tasks at once. */
@InTheBrowser
class TagsIT {

    @Test
    void a_tag_is_renamed_coloured_and_merged_by_keys_alone_and_all_of_it_is_taken_back(Visit visit) {
        var ann = visit.somebody();
        for (var tags : List.of(List.of("garden", "home"), List.of("garden"), List.of("home"))) {
            ann.rest()
                    .post("/tasks", Map.of("title", "Rake " + tags, "tags", tags))
                    .expecting(201);
        }
        var tab = visit.browserOf(ann);
        var list = visit.browserOf(ann);
        tab.open("/tags");
        var items = tab.at("tag-item");
        assertThat(items).hasCount(2);

        tab.at("tag-colour").first().press("Enter");
        tab.at("swatch-9").press("Enter");
        assertThat(list.rows().locator("[data-colour='9']")).hasCount(2);

        tab.at("tag-rename").first().press("Enter");
        type(tab, "allotment");
        assertThat(items.first()).containsText("allotment");
        assertThat(items.first().locator("[data-colour='9']")).isVisible();
        assertThat(list.rows().locator("[data-colour='9']").first()).hasText("allotment");
        assertThat(tab.at("tag-rename").first()).isFocused();

        tab.page().keyboard().press("Enter");
        type(tab, "home");
        assertThat(tab.page().getByText("2 tasks will have “home” instead of “allotment”."))
                .isVisible();
        tab.page().keyboard().press("Enter");
        assertThat(items).hasCount(1);
        assertThat(items.first()).containsText("3 tasks, 3 open");

        tab.page().keyboard().press("Control+z");
        assertThat(items).hasCount(2);
        tab.page().keyboard().press("Control+z");
        assertThat(items.first()).containsText("garden");
        assertThat(items.first()).containsText("2 tasks, 2 open");
        assertThat(list.rows().locator("[data-colour='9']").first()).hasText("garden");
    }

    /** Into the field that has just been opened. */
    private static void type(Tab tab, String name) {
        assertThat(tab.page().locator("[data-testid=tag-name] input:focus")).isVisible();
        tab.page().keyboard().type(name);
        tab.page().keyboard().press("Enter");
    }
}
