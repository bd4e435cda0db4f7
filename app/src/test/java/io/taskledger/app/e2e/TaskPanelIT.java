package io.taskledger.app.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.taskledger.app.product.Rest.Answer;
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

    @Test
    void what_people_write_is_shown_on_every_screen_and_run_on_none(Visit visit) {
        assertThat(Injections.TEXTS).hasSize(40).doesNotHaveDuplicates();
        var somebody = visit.somebody();
        var rest = somebody.rest();
        var workspace = idOf(rest.post("/workspaces", Map.of("name", Injections.TEXTS.getFirst())));
        var all = String.join("\n\n", Injections.TEXTS);
        var task = idOf(rest.post("/tasks", Map.of("title", "Everything", "description", all)));
        rest.post("/tasks/" + task + "/comments", Map.of("content", all)).expecting(201);
        rest.patch("/users/me", Map.of("display_name", "<img src=x onerror=alert(0)>"))
                .expecting(200);
        for (var text : Injections.TEXTS) {
            // One line, as titles and names are.
            var line = text.replace('\n', ' ');
            rest.post("/tasks", Map.of("title", line, "tags", List.of(line.substring(0, Math.min(40, line.length())))));
            rest.post("/workspaces/" + workspace + "/lists", Map.of("name", line));
            rest.delete("/tasks/" + rest.createTask("Gone: " + line)).expecting(204);
        }
        var tab = visit.browserOf(somebody);
        var dialogs = new ArrayList<String>();
        tab.page().onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });

        tab.open("/tasks?status=all");
        assertThat(tab.row("<script>alert(1)</script>")).isVisible();
        tab.open("/tasks/" + task);
        // What Markdown takes for HTML it leaves out; what it does not, is text.
        assertThat(tab.at("description-text")).containsText("alert(11)");
        tab.at("tab-comments").click();
        assertThat(tab.at("comment-send")).isVisible();
        assertThat(tab.page().evaluate("""
                () => [...document.querySelectorAll('vaadin-markdown *')]
                  .flatMap(one => [...one.attributes])
                  .filter(one => one.name.startsWith('on') || /^\\s*javascript:/i.test(one.value))
                  .length""")).isEqualTo(0);
        assertThat(tab.history().first()).isVisible();
        for (var path :
                List.of("/boards/" + workspace, "/activity", "/trash", "/workspaces", "/dashboard", "/settings")) {
            tab.open(path);
            assertThat(tab.at("account-menu")).isVisible();
        }

        assertThat(dialogs).isEmpty();
        // Pictures that are not there, for one.
        assertThat(tab.errors()).noneMatch(error -> error.contains("script"));
        tab.errors().clear();
    }

    private static String idOf(Answer answer) {
        return answer.expecting(201).json().get("id").asString();
    }
}
