package io.taskledger.query.rebuild;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

class RestTest {

    private static final String KEY = "alter table task add constraint task_pk primary key (task_id)";
    private static final String INDEX = "create index wording_task on wording (task_id)";
    private static final String STATISTICS = "create statistics task_owner on owner, workspace_id from task";

    /** An index of each and statistics of one, and twice two for both: 75 + 25 + 75 + 400. */
    private final Rest rest = new Rest(Map.of("task", 75L, "wording", 25L), List.of(KEY, INDEX, STATISTICS).stream());

    @Test
    void each_step_weighs_what_its_table_is_large() {
        assertThat(rest.at()).isEqualTo(new Rest.At(0, 1));

        rest.index(KEY, () -> isAt(0, 75));
        isAt(75, 0);
        rest.index(INDEX, () -> isAt(75, 25));
        rest.index(STATISTICS, () -> isAt(100, 75));
        rest.survey(() -> isAt(175, 200));
        isAt(375, 0);
        assertThat(rest.compare(() -> "made")).isEqualTo("made");
        assertThat(rest.at().over()).isCloseTo(1, within(1e-9));
    }

    @Test
    void a_step_that_fails_is_not_over() {
        catchThrowable(() -> rest.index(KEY, () -> {
            throw new IllegalStateException("no room");
        }));

        isAt(0, 75);
    }

    @Test
    void where_nothing_is_in_the_tables_all_of_it_is_one_step() {
        var empty = new Rest(Map.of("task", 0L), List.of(KEY).stream());

        empty.index(KEY, () -> {});
        assertThat(empty.at()).isEqualTo(new Rest.At(0, 1));
    }

    private void isAt(double over, double underWay) {
        assertThat(rest.at().over()).isCloseTo(over / 575, within(1e-9));
        assertThat(rest.at().underWay()).isCloseTo(underWay / 575, within(1e-9));
    }
}
