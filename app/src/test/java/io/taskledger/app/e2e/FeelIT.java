package io.taskledger.app.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.taskledger.app.product.Form;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** How lists and boards feel: under a finger, while others change them, and where the connection is lost. */
@InTheBrowser
class FeelIT {

    private static final Logger log = LoggerFactory.getLogger(FeelIT.class);

    private static final int PEOPLE = Form.of(1, 5);
    private static final int TASKS = 40;
    private static final long MOST_HEAP_EACH = 3L << 20;

    /** When the first row was there, since the page began, and by the clock when each title was. */
    private static final String NOTE_ROWS = """
            window.appeared = {};
            new MutationObserver(() => {
              for (const one of document.querySelectorAll('[data-testid=row-title]')) {
                window.firstRow ??= Math.round(performance.now());
                window.appeared[one.textContent] ??= Date.now();
              }
            }).observe(document, {childList: true, subtree: true, characterData: true})""";

    private static final double FOUND_AGAIN_MILLIS = Duration.ofSeconds(5).toMillis();

    @Test
    void a_finger_that_rests_on_a_card_takes_it_along_also_to_a_column_out_of_sight(Visit visit) {
        var board = board(visit);
        var tab = board.phone();
        var finger = new Finger(tab.page());
        finger.touch(card(tab, "Ants"));
        finger.liftCard();
        var cats = card(tab, "Cats").boundingBox();
        finger.slide(cats.x + cats.width / 2, cats.y + 4);
        finger.letGo();
        assertThat(cards(tab, 0)).hasText(new String[] {"Beds", "Ants", "Cats"});
        finger.touch(card(tab, "Beds"));
        finger.liftCard();
        finger.slide(389, 400);
        var last = tab.at("column").nth(2);
        tab.page()
                .waitForFunction(
                        "column => { const box = column.getBoundingClientRect(); return box.left < 300; }",
                        last.elementHandle());
        finger.slide(last.boundingBox().x + 30, 400);
        finger.letGo();
        assertThat(cards(tab, 2)).hasText(new String[] {"Beds"});
        assertThat(cards(tab, 0)).hasText(new String[] {"Ants", "Cats"});
    }

    @Test
    void a_finger_that_moves_at_once_scrolls_and_one_that_taps_opens(Visit visit) {
        var tab = board(visit).phone();
        var finger = new Finger(tab.page());
        finger.touch(card(tab, "Beds"));
        finger.slide(20, 300);
        finger.letGo();
        tab.page().waitForFunction("document.querySelector('.board').scrollLeft > 0");
        assertThat(tab.page().locator(".card-ghost")).hasCount(0);
        assertThat(cards(tab, 0)).hasText(new String[] {"Ants", "Beds", "Cats"});
        finger.touch(card(tab, "Beds").getByTestId("card-title"));
        finger.letGo();
        assertThat(tab.input("field-title")).hasValue("Beds");
    }

    @Test
    void a_card_that_is_deleted_while_one_holds_it_is_let_go(Visit visit) {
        var board = board(visit);
        var tab = board.phone();
        var finger = new Finger(tab.page());
        finger.touch(card(tab, "Beds"));
        finger.liftCard();
        board.person().rest().delete("/tasks/" + board.beds()).expecting(204);
        assertThat(cards(tab, 0)).hasText(new String[] {"Ants", "Cats"});
        assertThat(tab.page().locator(".card-ghost")).hasCount(0);
        finger.letGo();
        assertThat(cards(tab, 0)).hasText(new String[] {"Ants", "Cats"});
    }

    @Test
    void what_others_take_away_above_moves_nothing_that_one_is_about_to_click(Visit visit) {
        var somebody = visit.somebody();
        var first = somebody.rest().createTask("Anna");
        var second = somebody.rest().createTask("Ben");
        somebody.rest().createTask("Carla");
        var tab = visit.browserOf(somebody);
        tab.open("/tasks?sort=title");
        var carla = tab.row("Carla");
        carla.hover();
        var there = carla.boundingBox().y;
        somebody.rest().delete("/tasks/" + first).expecting(204);
        assertThat(tab.rows()).hasCount(2);
        assertThat(carla.boundingBox().y).isCloseTo(there, within(2.0));
        carla.getByTestId("row-title").focus();
        somebody.rest().delete("/tasks/" + second).expecting(204);
        assertThat(tab.rows()).hasCount(1);
        assertThat(carla.boundingBox().y).isCloseTo(there, within(2.0));
        assertThat(carla.getByTestId("row-title")).isFocused();
    }

    @Test
    void where_the_connection_is_lost_the_page_says_so_and_comes_back_with_all_that_was_typed(Visit visit) {
        var somebody = visit.somebody();
        var id = somebody.rest().createTask("Pay rent");
        var tab = visit.browserOf(somebody);
        tab.openTask("Pay rent");
        tab.page().context().setOffline(true);
        tab.input("field-title").fill("Pay the rent at last");
        assertThat(tab.page().locator("vaadin-connection-indicator")).containsText("No connection");
        somebody.rest().createTask("Made meanwhile");
        tab.page().context().setOffline(false);
        assertThat(tab.row("Made meanwhile"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(FOUND_AGAIN_MILLIS));
        assertThat(tab.input("field-title")).hasValue("Pay the rent at last");
        assertThat(tab.input("field-title")).isFocused();
        tab.input("field-title").press("Enter");
        assertThat(tab.row("Pay the rent at last")).isVisible();
        assertThat(somebody.rest().get("/tasks/" + id).json().get("title").asString())
                .isEqualTo("Pay the rent at last");
    }

    @Test
    void what_is_long_in_one_word_fits_the_narrowest_phone_and_can_be_taken_away_there(Visit visit) {
        var word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk";
        var somebody = visit.somebody();
        var id = somebody.rest()
                .post("/tasks", Map.of("title", word.repeat(3), "tags", List.of(word.substring(0, 50))))
                .expecting(201)
                .json()
                .get("id")
                .asString();
        var tab = visit.phoneOf(somebody);
        tab.page().setViewportSize(320, 700);
        tab.open("/tasks?q=" + word);
        assertThat(tab.at("filter-chosen").locator(".icon-close")).isInViewport();
        assertThat(Accessibility.sideways(tab.page())).isEmpty();
        tab.open("/tasks/" + id);
        assertThat(tab.input("field-title")).hasValue(word.repeat(3));
        assertThat(Accessibility.sideways(tab.page())).isEmpty();
        tab.at("remove-tag").tap();
        assertThat(tab.at("remove-tag")).hasCount(0);
    }

    /** Each of some people looks at their tasks in as many browsers, and adds one now and then. */
    @Test
    void many_browsers_at_once_all_see_what_their_person_does(Visit visit) {
        var people = Stream.generate(visit::somebody).limit(PEOPLE).toList();
        for (var person : people) {
            IntStream.range(0, TASKS).forEach(at -> person.rest().createTask("Task " + at));
        }
        var before = Weight.of(visit.product().pid());
        var painted = new ArrayList<Long>();
        var tabs = new ArrayList<List<Tab>>();
        for (var person : people) {
            var its = Stream.generate(() -> visit.browserOf(person))
                    .limit(Form.of(2, 10))
                    .toList();
            tabs.add(its);
            its.forEach(tab -> painted.add(timeToRows(tab)));
        }
        var after = Weight.of(visit.product().pid());
        var seen = new ArrayList<Long>();
        for (int round = 0; round < Form.of(1, 6); round++) {
            var title = "Round " + round;
            for (var its : tabs) {
                var source = its.get(round % its.size());
                source.input("quick-add").fill(title);
                var pressed = ((Number) source.page().evaluate("Date.now()")).longValue();
                source.input("quick-add").press("Enter");
                for (var tab : its) {
                    var at = (Number) tab.page()
                            .waitForFunction("title => window.appeared[title]", title)
                            .jsonValue();
                    if (tab != source) {
                        seen.add(at.longValue() - pressed);
                    }
                }
            }
        }
        var sessions = painted.size();
        log.info(
                "{} browsers: {} kB of heap and {} kB of memory each; first rows p50 {} ms, p95 {} ms;"
                        + " a change seen by others p50 {} ms, p95 {} ms ({} times)",
                sessions,
                (after.heap() - before.heap()) / sessions / 1024,
                (after.pss() - before.pss()) / sessions / 1024,
                at(painted, 50),
                at(painted, 95),
                at(seen, 50),
                at(seen, 95),
                seen.size());
        if (Form.isLong()) {
            assertThat((after.heap() - before.heap()) / sessions)
                    .as("bytes of the node's heap for each browser that looks at %d tasks", TASKS)
                    .isLessThan(MOST_HEAP_EACH);
        }
    }

    private static long timeToRows(Tab tab) {
        tab.page().addInitScript(NOTE_ROWS);
        tab.open("/tasks");
        return ((Number) tab.page().waitForFunction("() => window.firstRow").jsonValue()).longValue();
    }

    private static long at(List<Long> millis, int percent) {
        return millis.stream()
                .sorted()
                .skip((millis.size() - 1) * (long) percent / 100)
                .findFirst()
                .orElseThrow();
    }

    /** @param phone looks at a board of three lists, of which the first has the cards Ants, Beds and Cats */
    private record Board(Person person, String beds, Tab phone) {}

    private static Board board(Visit visit) {
        var anna = visit.somebody();
        var workspace = anna.rest()
                .post("/workspaces", Map.of("name", "The garden"))
                .expecting(201)
                .json();
        var id = workspace.get("id").asString();
        for (var list : List.of("Doing", "Done")) {
            anna.rest()
                    .post("/workspaces/" + id + "/lists", Map.of("name", list))
                    .expecting(201);
        }
        var inbox = workspace.get("lists").get(0).get("id").asString();
        var ids = List.of("Ants", "Beds", "Cats").stream()
                .map(title -> anna.rest()
                        .post("/tasks", Map.of("title", title, "workspace_id", id, "list_id", inbox))
                        .expecting(201)
                        .json()
                        .get("id")
                        .asString())
                .toList();
        var phone = visit.phoneOf(anna);
        phone.open("/boards/" + id);
        assertThat(cards(phone, 0)).hasText(new String[] {"Ants", "Beds", "Cats"});
        return new Board(anna, ids.get(1), phone);
    }

    private static Locator card(Tab tab, String title) {
        return tab.at("card")
                .filter(new Locator.FilterOptions().setHasText(title))
                .first();
    }

    private static Locator cards(Tab tab, int column) {
        return tab.at("column").nth(column).getByTestId("card-title");
    }
}
