package io.taskledger.query.task;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

import io.taskledger.messages.Actor;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskQuery.CountTasks;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskQuery.ScrollTasks;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.task.Rows.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TaskFiltersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final LocalDateTime NOW = TODAY.atTime(14, 30);
    private static final TaskFilter ALL = TaskFilter.everything();

    private final TaskQueries queries = ReadSide.bean(TaskQueries.class);
    private final Actor ann = People.somebody();
    private final Rows rows = new Rows(ann);

    @BeforeEach
    void another_person_has_tasks_that_match_everything() {
        new Rows(People.somebody())
                .add(Row.titled("Somebody else's")
                        .described("% _ ' \\ fern")
                        .tagged("garden", "home")
                        .dueOn(TODAY));
    }

    @Test
    void without_a_filter_all_are_told() {
        rows.add("a");
        rows.add(Row.titled("b").completed());

        assertThat(titles(ALL)).containsExactly("a", "b");
    }

    @Test
    void open_and_completed_are_told_apart() {
        rows.add("open");
        rows.add(Row.titled("done").completed());

        assertThat(titles(ALL.completed(true))).containsExactly("done");
        assertThat(titles(ALL.completed(false))).containsExactly("open");
    }

    @ParameterizedTest
    @CsvSource({"LOW, low", "MEDIUM, medium", "HIGH, high"})
    void one_priority_is_told(Priority priority, String title) {
        rows.add(Row.titled("low").of(Priority.LOW));
        rows.add(Row.titled("medium").of(Priority.MEDIUM));
        rows.add(Row.titled("high").of(Priority.HIGH));

        assertThat(titles(ALL.priority(priority))).containsExactly(title);
    }

    @Test
    void a_task_must_have_all_the_tags() {
        rows.add(Row.titled("both").tagged("home", "x", "garden"));
        rows.add(Row.titled("one").tagged("garden"));
        rows.add("none");

        assertThat(titles(tagged("garden"))).containsExactly("both", "one");
        assertThat(titles(tagged("garden", "home"))).containsExactly("both");
        assertThat(titles(tagged("garden", "garden"))).containsExactly("both", "one");
        assertThat(titles(tagged("Garden"))).isEmpty();
        assertThat(titles(tagged("gard"))).isEmpty();
        assertThat(titles(tagged("garden", "nowhere"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "a,b", "{a}", "\"", "'", "\\", "a b", "🌱", "NULL", ""})
    void no_character_of_a_tag_has_a_meaning_of_its_own(String tag) {
        rows.add(Row.titled("tagged").tagged("x", tag));
        rows.add(Row.titled("other").tagged("x", "y"));

        assertThat(titles(tagged(tag))).containsExactly("tagged");
    }

    @Test
    void due_dates_include_both_ends_and_drop_tasks_without_one() {
        rows.add(Row.titled("9").dueOn(TODAY.minusDays(1)));
        rows.add(Row.titled("10").dueOn(TODAY));
        rows.add(Row.titled("11").dueOn(TODAY.plusDays(1)));
        rows.add("never");

        assertThat(titles(ALL.due(TODAY, null))).containsExactly("10", "11");
        assertThat(titles(ALL.due(null, TODAY))).containsExactly("9", "10");
        assertThat(titles(ALL.due(TODAY, TODAY))).containsExactly("10");
        assertThat(titles(ALL.due(TODAY.plusDays(2), TODAY))).isEmpty();
    }

    @Test
    void overdue_is_open_and_due_before_today_and_the_rest_is_not() {
        rows.add(Row.titled("late").dueOn(TODAY.minusDays(1)));
        rows.add(Row.titled("late but done").dueOn(TODAY.minusDays(1)).completed());
        rows.add(Row.titled("today").dueOn(TODAY));
        rows.add("never");

        assertThat(titles(overdue(true))).containsExactly("late");
        assertThat(titles(overdue(false))).containsExactly("late but done", "today", "never");
    }

    @Test
    void a_due_time_counts_by_the_readers_clock() {
        rows.add(Row.titled("this morning").dueOn(TODAY).at(LocalTime.of(9, 0)));
        rows.add(Row.titled("just now").dueOn(TODAY).at(LocalTime.of(14, 30)));
        rows.add(Row.titled("tonight").dueOn(TODAY).at(LocalTime.of(23, 0)));
        rows.add(Row.titled("some time today").dueOn(TODAY));
        rows.add(Row.titled("yesterday night").dueOn(TODAY.minusDays(1)).at(LocalTime.of(23, 0)));
        rows.add(Row.titled("done").dueOn(TODAY).at(LocalTime.of(9, 0)).completed());

        assertThat(titles(overdue(true))).containsExactly("this morning", "yesterday night");
        assertThat(titles(overdue(false))).containsExactly("just now", "tonight", "some time today", "done");
    }

    @Test
    void filters_combine_by_and() {
        rows.add(Row.titled("Fern").tagged("garden").of(Priority.HIGH).dueOn(TODAY));
        rows.add(Row.titled("Fern").tagged("garden").of(Priority.LOW).dueOn(TODAY));
        rows.add(Row.titled("Cactus").tagged("garden").of(Priority.HIGH).dueOn(TODAY));
        rows.add(Row.titled("Fern").of(Priority.HIGH).dueOn(TODAY));
        rows.add(Row.titled("Fern")
                .tagged("garden")
                .of(Priority.HIGH)
                .dueOn(TODAY)
                .completed());

        var filter = ALL.completed(false)
                .priority(Priority.HIGH)
                .tags(List.of("garden"))
                .search("fern")
                .due(TODAY, TODAY)
                .overdue(false, NOW);

        assertThat(titles(filter)).containsExactly("Fern");
    }

    @ParameterizedTest
    @CsvSource({
        "water, Water the ferns",
        "WATER, Water the ferns",
        "er the f, Water the ferns",
        "once a, Water the ferns",
        "ΟΔΟΣ, ΟΔΟΣ",
        "İstanbul, İstanbul",
        "GRÜN, grün",
        "ΆΝΘΗ, άνθη",
        "straße, Straße",
        "🌱, A 🌱 b"
    })
    void a_search_finds_a_part_of_title_or_description_in_any_case(String search, String title) {
        rows.add(Row.titled(title).described(search.startsWith("once") ? "Not more than ONCE a week" : null));
        rows.add("Something else");

        assertThat(titles(ALL.search(search))).containsExactly(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "'", "\\", "\"", ";--", "\\%", "100%", ":x", "?", "{d", "' or '1'='1"})
    void no_character_of_a_search_has_a_meaning_of_its_own(String search) {
        rows.add("before " + search + " after");
        rows.add(Row.titled("described").described(search));
        rows.add("nothing of it");

        assertThat(titles(ALL.search(search))).containsExactly("before " + search + " after", "described");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0", "\ud83c", "\udf31"})
    void what_no_text_can_hold_is_found_nowhere(String text) {
        rows.add(Row.titled("a?").tagged("?"));

        assertThat(titles(ALL.search(text))).isEmpty();
        assertThat(titles(tagged(text))).isEmpty();
    }

    /** By all three that take a filter: they must agree. */
    private List<String> titles(TaskFilter filter) {
        var sort = TaskSort.by(TaskSort.Field.CREATED_AT);
        var page = queries.handle(new ListTasks(filter, sort, 0, 100), ann);
        var slice = queries.handle(new ScrollTasks(filter, sort, "", 200), ann);
        assertThat(slice.items()).isEqualTo(page.items());
        assertThat(slice.next()).isEmpty();
        assertThat(queries.handle(new CountTasks(filter), ann))
                .isEqualTo(page.total())
                .isEqualTo(page.items().size());
        return page.items().stream().map(TaskDetails::title).toList();
    }

    private static TaskFilter tagged(String... tags) {
        return ALL.tags(List.of(tags));
    }

    private static TaskFilter overdue(boolean wanted) {
        return ALL.overdue(wanted, NOW);
    }
}
