package io.taskledger.app.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@InTheBrowser
class TwoBrowsersIT {

    private static final Logger log = LoggerFactory.getLogger(TwoBrowsersIT.class);
    private static final int ROUNDS = 6;

    @Test
    void what_is_done_in_one_browser_shows_in_the_other_within_a_second(Visit visit) {
        var somebody = visit.somebody();
        var here = visit.browserOf(somebody);
        var there = visit.browserOf(somebody);
        var times = new ArrayList<Duration>();
        for (int round = 1; round <= ROUNDS; round++) {
            var title = "Task " + round;
            here.input("quick-add").fill(title);
            times.add(timed(() -> here.input("quick-add").press("Enter"), there.row(title)));
            var check = here.inRow(title, "row-check");
            times.add(timed(check::click, there.row(title).locator("[aria-checked=true]")));
            here.openTask(title);
            here.input("field-title").fill(title + " renamed");
            times.add(timed(() -> here.input("field-title").press("Enter"), there.row(title + " renamed")));
            here.at("panel-close").click();
        }
        times.sort(null);
        var median = times.get(times.size() / 2);
        log.info(
                "From a key in one browser to the row in the other, {} changes: median {} ms, slowest {} ms",
                times.size(),
                median.toMillis(),
                times.getLast().toMillis());
        assertThat(median).isLessThan(Duration.ofSeconds(1));
        assertThat(times.getLast()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void an_open_panel_follows_what_is_done_elsewhere_and_leaves_alone_what_is_being_typed(Visit visit) {
        var somebody = visit.somebody();
        var id = somebody.rest().createTask("Pay rent");
        var tab = visit.browserOf(somebody);
        tab.openTask("Pay rent");
        tab.input("field-title").fill("Pay the ren");
        somebody.rest()
                .patch("/tasks/" + id, Map.of("title", "Elsewhere", "tags", List.of("home")))
                .expecting(200);
        tab.at("panel").locator(".tag").waitFor();
        assertThat(tab.input("field-title").inputValue()).isEqualTo("Pay the ren");
        tab.row("Elsewhere").waitFor();
    }

    @Test
    void what_others_add_above_moves_neither_the_focus_nor_what_one_is_about_to_click(Visit visit) {
        var somebody = visit.somebody();
        for (var title : List.of("Anna", "Ben", "Carla")) {
            somebody.rest().createTask(title);
        }
        var tab = visit.browserOf(somebody);
        var ben = tab.row("Ben").getByTestId("row-title");
        ben.focus();
        var before = ben.boundingBox().y;
        somebody.rest()
                .post("/tasks", Map.of("title", "Urgent", "due_date", "2020-01-01"))
                .expecting(201);
        tab.row("Urgent").waitFor();
        assertThat(ben.boundingBox().y).isCloseTo(before, within(2.0));
        assertThat(ben.evaluate("one => one === document.activeElement")).isEqualTo(true);
        tab.at("nav-tasks").focus();
        var carla = tab.row("Carla");
        carla.hover();
        var there = carla.boundingBox().y;
        somebody.rest()
                .post("/tasks", Map.of("title", "Urgent too", "due_date", "2020-01-02"))
                .expecting(201);
        tab.row("Urgent too").waitFor();
        assertThat(carla.boundingBox().y).isCloseTo(there, within(2.0));
    }

    @Test
    void a_task_deleted_elsewhere_leaves_the_list(Visit visit) {
        var somebody = visit.somebody();
        var id = somebody.rest().createTask("Pay rent");
        var tab = visit.browserOf(somebody);
        tab.openTask("Pay rent");
        somebody.rest().delete("/tasks/" + id).expecting(204);
        tab.at("panel-missing").waitFor();
        assertThat(tab.rows().count()).isZero();
    }

    private static Duration timed(Runnable change, Locator shown) {
        var began = System.nanoTime();
        change.run();
        shown.waitFor();
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
