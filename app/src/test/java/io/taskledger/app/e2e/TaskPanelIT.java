package io.taskledger.app.e2e;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@InTheBrowser
class TaskPanelIT {

    @Test
    void each_field_is_saved_when_it_is_left_and_the_history_tells_it(Visit visit) {
        var somebody = visit.somebody();
        var id = somebody.rest().createTask("Pay rent");
        var tab = visit.browserOf(somebody);
        tab.openTask("Pay rent");
        tab.awaitAddress("/tasks/" + id);
        tab.change("title", "Pay the first rent");
        assertThat(tab.row("Pay the first rent")).isVisible();
        tab.change("due-date", "11/3/2099");
        assertThat(tab.row("Pay the first rent")).containsText("Nov 3, 2099");
        tab.change("due-time", "4:30 PM");
        assertThat(tab.row("Pay the first rent")).containsText("4:30");
        tab.at("field-priority").click();
        tab.page().locator("vaadin-select-item").getByText("High").click();
        assertThat(tab.row("Pay the first rent").locator(".priority.high")).isVisible();
        tab.input("add-tag").fill("home");
        tab.input("add-tag").press("Enter");
        tab.input("add-tag").fill("money");
        tab.input("add-tag").press("Enter");
        assertThat(tab.row("Pay the first rent").locator(".tag")).hasText(new String[] {"home", "money"});
        tab.at("remove-tag").first().click();
        assertThat(tab.row("Pay the first rent").locator(".tag")).hasText(new String[] {"money"});
        tab.at("description-add").click();
        tab.input("field-description").fill("To **Anna**, not to Ben.");
        tab.input("field-description").press("Control+Enter");
        assertThat(tab.at("description-text").locator("strong")).hasText("Anna");

        var task = somebody.rest().get("/tasks/" + id).expecting(200).json();
        assertThat(task.get("title").asString()).isEqualTo("Pay the first rent");
        assertThat(task.get("due_date").asString()).isEqualTo("2099-11-03");
        assertThat(task.get("due_time").asString()).startsWith("16:30");
        assertThat(task.get("priority").asString()).isEqualTo("high");
        assertThat(task.get("tags").toString()).isEqualTo("[\"money\"]");
        assertThat(task.get("description").asString()).isEqualTo("To **Anna**, not to Ben.");
        assertThat(tab.history()).hasText(new String[] {
            "You wrote a description",
            "You added the tag money",
            "You changed the priority: Medium priority → High priority",
            "You set the time to 4:30 PM",
            "You set the due date to Nov 3, 2099",
            "You renamed it: “Pay rent” → “Pay the first rent”",
            "You created this task"
        });
    }

    @Test
    void what_is_refused_stays_in_its_field_with_the_reason(Visit visit) {
        var somebody = visit.somebody();
        somebody.rest().createTask("Pay rent");
        var tab = visit.browserOf(somebody);
        tab.openTask("Pay rent");
        tab.change("title", "   ");
        assertThat(tab.at("field-title").getByText("This is needed.")).isVisible();
        tab.change("title", "Pay");
        assertThat(tab.row("Pay")).isVisible();
        assertThat(tab.at("field-title").getByText("This is needed.")).isHidden();
    }

    @Test
    void escape_ends_one_thing_at_a_time_and_empties_no_field(Visit visit) {
        var somebody = visit.somebody();
        somebody.rest()
                .post("/tasks", Map.of("title", "Pay rent", "due_date", "2030-01-02", "due_time", "09:30"))
                .expecting(201);
        var tab = visit.browserOf(somebody);
        tab.openTask("Pay rent");
        tab.at("account-menu").click();
        assertThat(tab.at("sign-out")).isVisible();
        tab.page().keyboard().press("Escape");
        assertThat(tab.at("sign-out")).isHidden();
        tab.input("field-title").focus();
        tab.page().keyboard().type(" soon");
        tab.page().keyboard().press("Escape");
        assertThat(tab.input("field-title")).hasValue("Pay rent");
        tab.input("field-due-date").focus();
        tab.page().keyboard().press("Escape");
        assertThat(tab.at("panel")).hasCount(0);
        tab.openTask("Pay rent");
        assertThat(tab.input("field-due-date")).hasValue("1/2/2030");
        assertThat(tab.input("field-due-time")).hasValue("9:30 AM");
    }

    @Test
    void the_panel_completes_reopens_and_deletes(Visit visit) {
        var somebody = visit.somebody();
        var id = somebody.rest().createTask("Pay rent");
        var tab = visit.browserOf(somebody);
        tab.openTask("Pay rent");
        tab.at("panel-toggle").click();
        assertThat(tab.at("panel-toggle")).hasText("Completed");
        assertThat(tab.row("Pay rent")).hasClass(Pattern.compile("\\bdone\\b"));
        tab.at("panel-toggle").click();
        assertThat(tab.at("panel-toggle")).hasText("Complete");
        assertThat(tab.history())
                .hasText(new String[] {"You changed something and changed it back: completion", "You created this task"
                });
        tab.at("panel-delete").click();
        tab.awaitAddress("/tasks");
        assertThat(tab.rows()).hasCount(0);
        assertThat(somebody.rest().get("/tasks/" + id).status()).isEqualTo(404);
        tab.open("/tasks/" + id);
        assertThat(tab.at("panel-missing")).isVisible();
    }

    @Test
    void nobody_else_sees_anything_of_a_task(Visit visit) {
        var anna = visit.somebody();
        var ben = visit.somebody();
        var id = anna.rest().createTask("Anna's secret");
        var annas = visit.browserOf(anna);
        var bens = visit.browserOf(ben);
        annas.add("Another secret");
        bens.open("/tasks/" + id);
        assertThat(bens.at("panel-missing")).isVisible();
        assertThat(bens.rows()).hasCount(0);
        assertThat(bens.page().content()).doesNotContain("secret");
        bens.open("/tasks?q=secret&status=all");
        assertThat(bens.at("empty")).isVisible();
        for (var path : List.of("/tasks/" + id, "/activity/tasks/" + id)) {
            assertThat(ben.rest().get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(ben.rest().titles()).isEmpty();
    }

    @Test
    void what_is_written_into_a_task_is_text_and_nothing_runs(Visit visit) {
        var somebody = visit.somebody();
        var evil = "<img src=data:, onerror=\"window.evil = 1\"><b>bold</b>";
        somebody.rest()
                .post(
                        "/tasks",
                        Map.of(
                                "title",
                                evil,
                                "description",
                                evil + "\n\n[link](javascript:window.evil=2)",
                                "tags",
                                List.of("<i>tag</i>")));
        var tab = visit.browserOf(somebody);
        tab.openTask(evil);
        assertThat(tab.at("description-text")).containsText("link");
        assertThat(tab.page().evaluate("() => window.evil")).isNull();
        assertThat(tab.page().locator("[onerror], a[href^='javascript:']")).hasCount(0);
    }
}
