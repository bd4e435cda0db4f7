package io.taskledger.query.task;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.taskledger.messages.Actor;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskQuery.ScrollTasks;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.task.Rows.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Orders and pages of a thousand tasks, many of which are alike. */
class TaskPagesTest {

    private static final int MANY = 1_000;
    private static final TaskFilter ALL = TaskFilter.everything();
    private static final Actor ANN = People.somebody();

    private final TaskQueries queries = ReadSide.bean(TaskQueries.class);

    @BeforeAll
    static void a_thousand_tasks() {
        new Rows(ANN).add(alike(MANY));
    }

    static Stream<TaskSort> sorts() {
        return Stream.of(TaskSort.Field.values()).map(TaskSort::by).flatMap(sort -> Stream.of(sort, sort.reversed()));
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void an_order_is_total_and_the_same_for_pages_and_slices(TaskSort sort) {
        var scrolled = scroll(ANN, sort, 73, _ -> {});
        var paged = new ArrayList<TaskDetails>();
        for (int skip = 0; skip < MANY; skip += 100) {
            paged.addAll(
                    queries.handle(new ListTasks(ALL, sort, skip, 100), ANN).items());
        }

        assertThat(scrolled).hasSize(MANY).isSortedAccordingTo(order(sort));
        assertThat(ids(scrolled)).doesNotHaveDuplicates().isEqualTo(ids(paged));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 24, 25, 26})
    void slices_of_any_size_visit_every_row_once(int limit) {
        var bob = People.somebody();
        new Rows(bob).add(alike(25));

        assertThat(ids(scroll(bob, TaskSort.by(TaskSort.Field.DUE_DATE), limit, _ -> {})))
                .hasSize(25)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void rows_that_stay_are_visited_once_while_others_come_and_go(TaskSort sort) {
        var bob = People.somebody();
        var rows = new Rows(bob);
        var ids = new ArrayList<>(rows.add(alike(200)));
        Collections.shuffle(ids, new Random(7));
        var leaving = new ArrayList<>(ids.subList(0, 40));
        var staying = ids.subList(40, 200);

        // Some orders put every newcomer ahead of the reader.
        var newcomers = new AtomicInteger(10);

        var visited = ids(scroll(bob, sort, 20, _ -> {
            for (int n = 0; n < 4 && !leaving.isEmpty(); n++) {
                rows.remove(leaving.removeLast());
            }
            if (newcomers.getAndDecrement() > 0) {
                rows.add(alike(3));
            }
        }));

        assertThat(visited).doesNotHaveDuplicates().containsAll(staying);
    }

    @Test
    void the_last_row_of_a_slice_may_go_and_the_next_slice_goes_on_after_it() {
        var bob = People.somebody();
        var rows = new Rows(bob);
        rows.add(alike(50));

        var visited = scroll(
                bob,
                TaskSort.by(TaskSort.Field.PRIORITY),
                10,
                slice -> rows.remove(slice.getLast().taskId()));

        assertThat(ids(visited)).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void a_page_past_the_end_is_empty_and_tells_the_total() {
        var page = queries.handle(new ListTasks(ALL, TaskSort.by(TaskSort.Field.ID), 5_000, 100), ANN);

        assertThat(page.items()).isEmpty();
        assertThat(page.total()).isEqualTo(MANY);
        assertThat(page.number()).isEqualTo(51);
        assertThat(queries.handle(new ListTasks(ALL, TaskSort.by(TaskSort.Field.ID), Integer.MAX_VALUE, 1), ANN)
                        .items())
                .isEmpty();
    }

    @Test
    void a_page_begins_after_what_is_skipped() {
        var sort = TaskSort.by(TaskSort.Field.ID);
        var all = queries.handle(new ListTasks(ALL, sort, 0, 100), ANN).items();

        assertThat(queries.handle(new ListTasks(ALL, sort, 1, 1), ANN).items()).containsExactly(all.get(1));
        assertThat(queries.handle(new ListTasks(ALL, sort, 37, 5), ANN).items()).isEqualTo(all.subList(37, 42));
        assertThat(queries.handle(new ListTasks(ALL, sort, 995, 100), ANN).items())
                .hasSize(5);
    }

    @Test
    void a_title_with_line_breaks_can_end_a_slice() {
        var bob = People.somebody();
        new Rows(bob).add(List.of(Row.titled("a\n\nb"), Row.titled("a\n\nb"), Row.titled("a\n\nc")));

        assertThat(scroll(bob, TaskSort.by(TaskSort.Field.TITLE), 1, _ -> {}))
                .extracting(TaskDetails::title)
                .containsExactly("a\n\nb", "a\n\nb", "a\n\nc");
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void a_text_that_is_no_cursor_is_refused(TaskSort sort) {
        var order = sort.by() + (sort.descending() ? " desc" : " asc");
        var id = TaskId.next();
        Stream.of(
                        "!",
                        "abc",
                        "====",
                        "a b",
                        encoded("\n"),
                        encoded("\n\n"),
                        encoded(id + "\n"),
                        encoded(order + "\n" + id),
                        encoded(order + "\nno-id\n1"),
                        encoded(order + "\n\0\n\0"),
                        encoded(order + "\n" + id + "\n\0"),
                        encoded("OTHER asc\n" + id + "\n2026-03-01"))
                .forEach(text -> assertRefused(sort, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-999999999-01-01", "2026-13-01", "1"})
    void a_cursor_beyond_any_calendar_is_refused(String date) {
        var id = TaskId.next();
        assertRefused(TaskSort.by(TaskSort.Field.DUE_DATE), encoded("DUE_DATE asc\n" + id + "\n" + date));
        assertRefused(
                TaskSort.by(TaskSort.Field.CREATED_AT), encoded("CREATED_AT asc\n" + id + "\n" + date + "T00:00:00Z"));
    }

    @Test
    void a_cursor_of_another_order_is_refused() {
        var byTitle = queries.handle(new ScrollTasks(ALL, TaskSort.by(TaskSort.Field.TITLE), "", 1), ANN)
                .next()
                .orElseThrow();

        assertRefused(TaskSort.by(TaskSort.Field.TITLE).reversed(), byTitle);
        assertRefused(TaskSort.by(TaskSort.Field.ID), byTitle);
    }

    private void assertRefused(TaskSort sort, String cursor) {
        var refused = catchThrowableOfType(
                CommandRejected.class, () -> queries.handle(new ScrollTasks(ALL, sort, cursor, 10), ANN));

        assertThat(refused).as(cursor).isNotNull();
        assertThat(refused.rejection())
                .isInstanceOfSatisfying(
                        Rejection.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldProblem::field)
                                .containsExactly("cursor"));
    }

    private List<TaskDetails> scroll(Actor actor, TaskSort sort, int limit, Consumer<List<TaskDetails>> afterEach) {
        var visited = new ArrayList<TaskDetails>();
        var after = "";
        while (true) {
            var slice = queries.handle(new ScrollTasks(ALL, sort, after, limit), actor);
            visited.addAll(slice.items());
            if (slice.next().isEmpty()) {
                return visited;
            }
            assertThat(slice.items()).hasSize(limit);
            assertThat(after = slice.next().orElseThrow()).matches("[A-Za-z0-9_-]+");
            afterEach.accept(slice.items());
        }
    }

    /** Few titles, priorities and days, so that most rows have many equals; some without a day. */
    private static List<Row> alike(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> {
                    var row = Row.titled((n % 2 == 0 ? "Task " : "task ") + n % 5)
                            .of(Priority.values()[n % 3])
                            .dueOn(n % 4 == 0 ? null : LocalDate.of(2026, 3, 1 + n % 7));
                    return n % 6 == 0 ? row.completed() : row;
                })
                .toList();
    }

    /** The order in the words of the contract. */
    private static Comparator<TaskDetails> order(TaskSort sort) {
        Comparator<TaskDetails> byId =
                Comparator.comparing(task -> task.taskId().text());
        Comparator<TaskDetails> first = switch (sort.by()) {
            case ID -> byId;
            case CREATED_AT -> Comparator.comparing(TaskDetails::createdAt);
            case TITLE -> Comparator.comparing(task -> task.title().toLowerCase(Locale.ROOT));
            case PRIORITY_NAME -> Comparator.comparing(task -> task.priority().text());
            case PRIORITY -> Comparator.comparing(TaskDetails::priority);
            case COMPLETED -> Comparator.comparing(TaskDetails::completed);
            case PLACE -> Comparator.comparing(task -> task.home().place());
            case DUE_DATE ->
                Comparator.comparing(TaskDetails::dueDate, Comparator.nullsLast(Comparator.naturalOrder()));
        };
        var total = first.thenComparing(byId);
        return sort.descending() ? total.reversed() : total;
    }

    private static List<TaskId> ids(List<TaskDetails> tasks) {
        return tasks.stream().map(TaskDetails::taskId).toList();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
