package io.taskledger.app.e2e;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@InTheBrowser
class TaskListIT {

    /** More than have rows at a time. */
    private static final int LONG = 400;

    @Test
    void what_is_typed_and_entered_is_a_task_at_once_and_for_good(Visit visit) {
        var somebody = visit.somebody();
        var tab = visit.browserOf(somebody);
        tab.add("Pay rent");
        tab.add("مراجعة خطة المشروع");
        assertThat(tab.input("quick-add")).hasValue("");
        assertThat(tab.at("row-title")).hasText(new String[] {"مراجعة خطة المشروع", "Pay rent"});
        assertThat(somebody.rest().titles()).containsExactlyInAnyOrder("Pay rent", "مراجعة خطة المشروع");
        tab.page().reload();
        assertThat(tab.rows()).hasCount(2);
    }

    @Test
    void a_title_that_cannot_be_is_refused_beside_the_field_and_given_back(Visit visit) {
        var tab = visit.browserOf(visit.somebody());
        var long201 = "x".repeat(201);
        tab.input("quick-add").fill(long201);
        tab.input("quick-add").press("Enter");
        assertThat(tab.at("quick-add").getByText("At most 200 characters, please."))
                .isVisible();
        assertThat(tab.input("quick-add")).hasValue(long201);
    }

    @Test
    void the_circle_of_a_row_completes_and_reopens_the_task(Visit visit) {
        var somebody = visit.somebody();
        var id = somebody.rest().createTask("Pay rent");
        var tab = visit.browserOf(somebody);
        tab.inRow("Pay rent", "row-check").click();
        assertThat(tab.row("Pay rent").getByRole(AriaRole.CHECKBOX)).isChecked();
        assertThat(completed(somebody, id)).isTrue();
        tab.inRow("Pay rent", "row-check").click();
        assertThat(tab.row("Pay rent").getByRole(AriaRole.CHECKBOX)).not().isChecked();
        assertThat(completed(somebody, id)).isFalse();
    }

    @Test
    void a_row_gives_its_task_a_day_and_deletes_it_until_one_takes_that_back(Visit visit) {
        var somebody = visit.somebody();
        somebody.rest().createTask("Pay rent");
        var tab = visit.browserOf(somebody);
        tab.inRow("Pay rent", "row-today").click();
        assertThat(tab.row("Pay rent")).containsText("today");
        tab.inRow("Pay rent", "row-delete").click();
        assertThat(tab.rows()).hasCount(0);
        assertThat(somebody.rest().titles()).isEmpty();
        tab.at("notice-offer").last().click();
        assertThat(tab.row("Pay rent")).isVisible();
    }

    @Test
    void searching_narrows_the_list_and_the_address_says_so(Visit visit) {
        var somebody = visit.somebody();
        List.of("Pay rent", "Pay Ben back", "100% wool, no_silk").forEach(somebody.rest()::createTask);
        var tab = visit.browserOf(somebody);
        tab.input("search").pressSequentially("pay");
        assertThat(tab.rows()).hasCount(2);
        tab.awaitAddress("/tasks?q=pay");
        tab.input("search").fill("100%");
        assertThat(tab.at("row-title")).hasText(new String[] {"100% wool, no_silk"});
        tab.input("search").fill("nothing like that");
        assertThat(tab.at("empty").getByRole(AriaRole.HEADING)).hasText("No task like that");
        tab.at("empty-clear").click();
        assertThat(tab.rows()).hasCount(3);
        assertThat(tab.input("search")).hasValue("");
    }

    @Test
    void filters_and_order_are_in_the_address_and_come_back_with_it(Visit visit) {
        var somebody = visit.somebody();
        var rest = somebody.rest();
        rest.post("/tasks", Map.of("title", "Beds", "priority", "high", "tags", List.of("garden", "home")));
        rest.post("/tasks", Map.of("title", "Ants", "priority", "high", "tags", List.of("home")));
        rest.post("/tasks", Map.of("title", "Cats", "priority", "low", "tags", List.of("home")));
        rest.post("/tasks", Map.of("title", "Done", "priority", "high", "completed", true));
        var tab = visit.browserOf(somebody);
        choose(tab, "sort", "Title");
        assertThat(tab.at("row-title")).hasText(new String[] {"Ants", "Beds", "Cats"});
        choose(tab, "filter-priority", "High priority");
        assertThat(tab.at("row-title")).hasText(new String[] {"Ants", "Beds"});
        tab.at("filter-all").click();
        assertThat(tab.at("row-title")).hasText(new String[] {"Ants", "Beds", "Done"});
        tab.row("Beds").getByText("garden").click();
        assertThat(tab.at("row-title")).hasText(new String[] {"Beds"});
        tab.awaitAddress("/tasks?tag=garden&sort=title&priority=high&status=all");
        tab.page().reload();
        assertThat(tab.at("row-title")).hasText(new String[] {"Beds"});
        assertThat(tab.at("filter-all")).hasAttribute("aria-pressed", "true");
        tab.page().goBack();
        assertThat(tab.rows()).hasCount(3);
        tab.at("filter-clear").click();
        assertThat(tab.at("row-title")).hasText(new String[] {"Ants", "Beds", "Cats"});
    }

    @Test
    void a_long_list_comes_as_one_scrolls_and_only_what_is_near_has_rows(Visit visit) {
        var somebody = visit.somebody();
        IntStream.range(0, LONG).forEach(at -> somebody.rest().createTask("Card %03d".formatted(at)));
        var tab = visit.browserOf(somebody);
        tab.open("/tasks?sort=title");
        assertThat(tab.rows().first()).isVisible();
        tab.page().waitForFunction("""
                all => {
                  const pane = document.querySelector('.list-pane');
                  const titles = [...document.querySelectorAll('[data-testid=row-title]')].map(one => one.textContent);
                  window.seen = new Set([...(window.seen ?? []), ...titles]);
                  pane.scrollTop = pane.scrollHeight;
                  return window.seen.size >= all;
                }""", LONG);
        assertThat(tab.page().evaluate("() => [...window.seen]"))
                .isEqualTo(IntStream.range(0, LONG)
                        .mapToObj("Card %03d"::formatted)
                        .toList());
        assertThat(tab.at("list-more")).hasCount(0);
        assertThat(tab.rows().count()).isLessThan(LONG);
        tab.page().evaluate("""
                () => {
                  const pane = document.querySelector('.list-pane');
                  const top = () => pane.getBoundingClientRect().top;
                  pane.scrollTop += document.querySelector('.rows-before').getBoundingClientRect().bottom - top() + 600;
                  const row = [...document.querySelectorAll('.task-row')].find(one => one.getBoundingClientRect().top > top());
                  window.still = {row, top: row.getBoundingClientRect().top};
                }""");
        assertThat(tab.row("Card 000")).isAttached();
        assertThat(tab.at("rows-before")).isHidden();
        assertThat(tab.page()
                        .evaluate("() => Math.round(window.still.row.getBoundingClientRect().top - window.still.top)"))
                .as("how far the rows in sight moved as those above came back")
                .isEqualTo(0);
        assertThat(tab.rows().count()).isLessThan(LONG);
    }

    @Test
    void a_board_is_uploaded_and_a_second_time_brings_nothing_new(Visit visit) {
        var somebody = visit.somebody();
        var tab = visit.browserOf(somebody);
        tab.at("nav-import").click();
        upload(tab, "../exchange/src/test/resources/trello/garden.json");
        assertThat(tab.at("import-report").getByRole(AriaRole.HEADING)).containsText("Schrebergarten „Morgenröte“");
        assertThat(tab.at("import-line")).hasText("7 new tasks");
        assertThat(tab.at("import-dropped")).isVisible();
        upload(tab, "../exchange/src/test/resources/trello/garden.json");
        assertThat(tab.at("import-report")).containsText("7 cards were here already");
        assertThat(somebody.rest().titles()).hasSize(7);
        tab.at("import-again").getByRole(AriaRole.CHECKBOX).check();
        upload(tab, "../exchange/src/test/resources/trello/garden.json");
        assertThat(tab.at("import-line")).hasText("7 new tasks");
        assertThat(somebody.rest().titles()).hasSize(14);
        tab.at("import-see").click();
        assertThat(tab.row("Ring the water board").first()).isVisible();
    }

    @Test
    void a_file_that_is_no_board_is_refused_and_changes_nothing(Visit visit) {
        var somebody = visit.somebody();
        var tab = visit.browserOf(somebody);
        tab.open("/import");
        upload(tab, "src/test/resources/e2e/no-board.json");
        assertThat(tab.at("import-report").getByRole(AriaRole.ALERT)).isVisible();
        assertThat(somebody.rest().titles()).isEmpty();
    }

    private static void upload(Tab tab, String file) {
        tab.page().waitForFileChooser(() -> tab.at("import-choose").click()).setFiles(Path.of(file));
    }

    private static void choose(Tab tab, String menu, String item) {
        tab.at(menu).click();
        tab.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(item))
                .click();
    }

    private static boolean completed(Person person, String task) {
        return person.rest().get("/tasks/" + task).json().get("completed").asBoolean();
    }
}
