package io.taskledger.ui.task;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.tryout.ScreenTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TaskListTest extends ScreenTest {

    private static final int ROWS = ListWindow.SLICE * ListWindow.STRETCHES;

    private final LocalDate today = TODAY;

    @Test
    void a_quick_added_task_is_in_sight_at_once() {
        tasks.given("Pay rent", Priority.MEDIUM, today);
        open("tasks").list().quickAdd().create("Buy milk");
        assertThat(titles()).containsExactly("Buy milk", "Pay rent");
        assertThat(headings()).containsExactly("Just added", "Today");
    }

    @Test
    void what_is_added_to_a_narrowed_list_belongs_there() {
        var view = open("today?priority=high&tag=home");
        view.list().quickAdd().create("Buy milk");
        var made = tasks.all().getFirst();
        assertThat(made.dueDate()).isEqualTo(today);
        assertThat(made.priority()).isEqualTo(Priority.HIGH);
        assertThat(made.tags()).containsExactly("home");
    }

    @Test
    void a_title_that_is_too_long_is_refused_beside_the_field() {
        var view = open("tasks");
        view.list().quickAdd().create("x".repeat(201));
        var field = part(TextField.class, "quick-add");
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).isEqualTo("At most 200 characters, please.");
        assertThat(tasks.all()).isEmpty();
    }

    @Test
    void a_completed_task_stays_in_its_place_until_the_list_is_read_again() {
        tasks.given("Pay rent", Priority.MEDIUM, today);
        tasks.given("Buy milk", Priority.MEDIUM, today);
        open("tasks");
        test(check("Pay rent")).click();
        assertThat(tasks.all())
                .filteredOn(TaskDetails::completed)
                .extracting(TaskDetails::title)
                .containsExactly("Pay rent");
        assertThat(titles()).containsExactly("Pay rent", "Buy milk");
        assertThat(check("Pay rent").getElement().getAttribute("aria-checked")).isEqualTo("true");
        open("tasks");
        assertThat(titles()).containsExactly("Buy milk");
    }

    @Test
    void tasks_stand_under_the_heading_of_their_due_date() {
        tasks.given("Someday", Priority.MEDIUM, null);
        tasks.given("Next month", Priority.MEDIUM, today.plusDays(30));
        tasks.given("Next Monday", Priority.MEDIUM, today.plusDays(5));
        tasks.given("Tomorrow", Priority.MEDIUM, today.plusDays(1));
        tasks.given("Now", Priority.MEDIUM, today);
        tasks.given("Late", Priority.MEDIUM, today.minusDays(1));
        open("tasks");
        assertThat(headings()).containsExactly("Overdue", "Today", "This week", "Next week", "Later", "No date");
        assertThat(titles()).containsExactly("Late", "Now", "Tomorrow", "Next Monday", "Next month", "Someday");
    }

    @Test
    void a_new_due_date_moves_the_task_to_its_heading() {
        tasks.given("Late", Priority.MEDIUM, today.minusDays(1));
        open("tasks");
        test(part(Push.class, "row-tomorrow")).click();
        assertThat(headings()).containsExactly("This week");
    }

    @Test
    void the_address_says_what_is_shown() {
        tasks.given("Pay rent", Priority.HIGH, null, "home");
        tasks.given("Buy milk", Priority.LOW, null, "home");
        open("tasks?priority=high&tag=home&q=RENT");
        assertThat(titles()).containsExactly("Pay rent");
    }

    @Test
    void today_holds_what_is_overdue_and_upcoming_what_is_not_yet_due() {
        tasks.given("Late", Priority.MEDIUM, today.minusDays(9));
        tasks.given("Now", Priority.MEDIUM, today);
        tasks.given("Then", Priority.MEDIUM, today.plusDays(9));
        open("today");
        assertThat(titles()).containsExactly("Late", "Now");
        open("upcoming");
        assertThat(titles()).containsExactly("Then");
    }

    @Test
    void a_long_list_comes_in_slices() {
        for (int at = 0; at < ListWindow.SLICE + 5; at++) {
            tasks.given("Task " + at, Priority.MEDIUM, null);
        }
        open("tasks");
        assertThat(titles()).hasSize(ListWindow.SLICE);
        test(part(Push.class, "list-more")).click();
        assertThat(titles()).hasSize(ListWindow.SLICE + 5);
        assertThat(find(Push.class).withAttribute("data-testid", "list-more").all())
                .isEmpty();
    }

    @Test
    void of_a_very_long_list_only_what_is_near_has_rows_and_all_of_it_comes_once() {
        var all = given(ListWindow.SLICE * 9);
        var list = open("tasks?sort=title").list();
        var seen = new LinkedHashSet<>(titles());
        while (offersMore()) {
            list.window().loadMore();
            assertThat(titles()).hasSizeLessThanOrEqualTo(ROWS).doesNotHaveDuplicates();
            seen.addAll(titles());
        }
        assertThat(seen).containsExactlyElementsOf(all);
        assertThat(titles()).containsExactlyElementsOf(all.subList(all.size() - ROWS, all.size()));
        while (room().isVisible()) {
            list.window().comeBack(1);
            assertThat(titles()).hasSizeLessThanOrEqualTo(ROWS).doesNotHaveDuplicates();
        }
        assertThat(titles()).containsExactlyElementsOf(all.subList(0, ROWS));
    }

    @Test
    void who_goes_straight_to_the_beginning_or_the_middle_waits_for_two_slices() {
        var all = given(ListWindow.SLICE * 9);
        var list = open("tasks?sort=title").list();
        while (offersMore()) {
            list.window().loadMore();
        }
        list.window().comeBack(.5);
        assertThat(titles()).containsExactlyElementsOf(all.subList(ListWindow.SLICE, ListWindow.SLICE * 3));
        while (offersMore()) {
            list.window().loadMore();
        }
        list.window().comeBack(0);
        assertThat(titles()).containsExactlyElementsOf(all.subList(0, ListWindow.SLICE * 2));
        assertThat(room().isVisible()).isFalse();
    }

    @Test
    void what_is_selected_or_counted_stays_so_where_its_rows_are_out_of_sight() {
        var all = given(ListWindow.SLICE * 8);
        var list = open("tasks").list();
        list.pick(row(all.getFirst()).task(), false);
        while (offersMore()) {
            list.window().loadMore();
        }
        assertThat(titles()).doesNotContain(all.getFirst());
        assertThat(part(Span.class, "bulk-number").getText()).isEqualTo("1 selected");
        assertThat(find(Span.class, part(NativeButton.class, "fold-no-date")).all())
                .extracting(Span::getText)
                .contains(Integer.toString(all.size()));
        list.window().comeBack(0);
        assertThat(row(all.getFirst()).hasClassName("picked")).isTrue();
    }

    @Test
    void what_happens_elsewhere_to_tasks_out_of_sight_moves_nothing_and_is_there_when_one_comes_back() {
        var all = given(ListWindow.SLICE * 8);
        var list = open("tasks?sort=title").list();
        var second = row(all.get(1)).task().taskId();
        while (offersMore()) {
            list.window().loadMore();
        }
        var before = titles();
        tasks.given("Task 0000 b", Priority.MEDIUM, null);
        tasks.deletedElsewhere(second);
        await(() -> list.reading().countBeyond().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()
                == all.size() - ROWS - 1);
        assertThat(titles()).containsExactlyElementsOf(before);
        list.window().comeBack(0);
        assertThat(titles()).startsWith("Task 0000", "Task 0000 b", "Task 0002");
    }

    @Test
    void a_task_that_was_just_added_takes_its_place_when_one_goes_on_down() {
        given(ListWindow.SLICE * 8);
        var list = open("tasks?sort=title").list();
        list.quickAdd().create("Task 0479 b");
        while (offersMore()) {
            list.window().loadMore();
        }
        assertThat(titles()).endsWith("Task 0479", "Task 0479 b");
        assertThat(headings()).doesNotContain("Just added");
    }

    @Test
    void an_empty_list_says_what_to_do_next() {
        open("tasks");
        assertThat(emptyHeading()).isEqualTo("No tasks yet");
        open("today");
        assertThat(emptyHeading()).isEqualTo("Nothing left for today");
        open("tasks?q=nothing");
        assertThat(emptyHeading()).isEqualTo("No task like that");
        tasks.completedElsewhere(tasks.given("Pay rent", Priority.MEDIUM, null));
        open("tasks");
        assertThat(emptyHeading()).isEqualTo("All done");
    }

    @Test
    void what_is_new_waits_behind_its_number_while_one_reads_further_down() {
        var rent = tasks.given("Pay rent", Priority.MEDIUM, today);
        var news = open("tasks").list().news();
        news.readsOn(true);
        tasks.given("Buy milk", Priority.MEDIUM, today);
        tasks.given("Call mum", Priority.MEDIUM, today);
        tasks.completedElsewhere(rent);
        await(() -> find(Push.class).withAttribute("data-testid", "list-news").exists());
        await(() -> part(Push.class, "list-news").getText().equals("2 new"));
        assertThat(titles()).containsExactly("Pay rent");
        test(part(Push.class, "list-news")).click();
        assertThat(titles()).containsExactlyInAnyOrder("Pay rent", "Buy milk", "Call mum");
        assertThat(find(Push.class).withAttribute("data-testid", "list-news").all())
                .isEmpty();
    }

    @Test
    void a_change_from_another_browser_shows_without_asking() {
        var rent = tasks.given("Pay rent", Priority.MEDIUM, today);
        open("tasks");
        tasks.completedElsewhere(rent);
        await(() -> "true".equals(check("Pay rent").getElement().getAttribute("aria-checked")));
        tasks.given("Buy milk", Priority.MEDIUM, today);
        await(() -> titles().contains("Buy milk"));
        tasks.deletedElsewhere(rent);
        await(() -> !titles().contains("Pay rent"));
    }

    private List<String> given(int number) {
        var all = IntStream.range(0, number).mapToObj("Task %04d"::formatted).toList();
        all.forEach(title -> tasks.given(title, Priority.MEDIUM, null));
        return all;
    }

    private boolean offersMore() {
        return !find(Push.class).withAttribute("data-testid", "list-more").all().isEmpty();
    }

    private RowsBefore room() {
        return find(TaskListPane.class).single().window().before();
    }

    private TasksView open(String address) {
        UI.getCurrent().navigate(address.split("\\?", -1)[0], parameters(address));
        roundTrip();
        return (TasksView) getCurrentView();
    }

    private static QueryParameters parameters(String address) {
        return QueryParameters.fromString(address.contains("?") ? address.split("\\?")[1] : "");
    }

    private List<String> titles() {
        return find(TaskRow.class).all().stream().map(row -> row.task().title()).toList();
    }

    private List<String> headings() {
        return find(GroupSection.class).all().stream()
                .map(section -> section.group().heading())
                .toList();
    }

    private String emptyHeading() {
        return find(H2.class, find(EmptyState.class).single()).single().getText();
    }

    private NativeButton check(String title) {
        return find(NativeButton.class, row(title))
                .withAttribute("data-testid", "row-check")
                .single();
    }

    private TaskRow row(String title) {
        return find(TaskRow.class).all().stream()
                .filter(one -> one.task().title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
