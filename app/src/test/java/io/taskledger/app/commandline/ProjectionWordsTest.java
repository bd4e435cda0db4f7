package io.taskledger.app.commandline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.taskledger.messages.projection.RebuildReport.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProjectionWordsTest {

    @Test
    void a_list_is_a_table_of_80_columns() {
        var lines = ProjectionWords.table(List.of(
                ProjectionExamples.status("tasks", Optional.empty()),
                ProjectionExamples.status("accounts", Optional.empty())));

        assertThat(lines)
                .containsExactly(
                        "PROJECTION  LIVE  MODE   POSITION  BEHIND    LAG   RATE  DEAD",
                        "tasks         v2  live  1,000,000      34  1.3 s  118/s     1",
                        "accounts      v2  live  1,000,000      34  1.3 s  118/s     1");
    }

    @Test
    void a_status_tells_all() {
        assertThat(ProjectionWords.status(
                        ProjectionExamples.status("tasks", Optional.of(ProjectionExamples.folding(420_000)))))
                .containsExactly(
                        "tasks: live",
                        "  live          v2 since 2026-11-21T07:25:23Z",
                        "  position      1,000,000 of 1,000,034",
                        "  behind        34 events, 1.3 s",
                        "  rate          118/s",
                        "  fed by        node-1",
                        "  error         none",
                        "  dead letters  1",
                        "  version       v2, made 2026-11-21T07:25:23Z, at 1,000,000, live",
                        "  version       v1, made 2026-11-21T07:25:23Z, at 999,000, kept for a rollback",
                        "  rebuild       folding 42 %, 190,400/s, 3.1 s left");
    }

    @Test
    void every_difference_is_named_within_80_columns() {
        var lines = ProjectionWords.outcome(
                ProjectionExamples.report(State.HELD, 1_000_000, List.of(ProjectionExamples.difference()), 3));

        assertThat(lines)
                .contains(
                        "tasks: v3 differs and is held; see `projections swap --force`.",
                        "  differences   3",
                        "task task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE, description",
                        "    rebuilt     nothing",
                        "    event       4,711 task.edited",
                        "                and 2 more")
                .allMatch(line -> line.length() <= Table.WIDTH && !line.contains("\n"));
        assertThat(lines).anyMatch(line -> line.startsWith("    live        a long a long") && line.endsWith("…"));
    }

    @Test
    void a_failure_says_why() {
        assertThat(ProjectionWords.outcome(ProjectionExamples.ended(State.FAILED))
                        .getFirst())
                .isEqualTo("tasks: failed: The disk is full.");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "240, 240 ms", "4240, 4.2 s", "200000, 3 min 20 s", "7500000, 2 h 5 min", "273600000, 3 d 4 h"
    })
    void a_span_is_told_in_the_units_that_matter(long millis, String told) {
        assertThat(Figures.span(Duration.ofMillis(millis))).isEqualTo(told);
    }

    @Test
    void a_share_is_whole_only_at_the_end() {
        assertThat(Figures.percent(0.9999)).isEqualTo("99 %");
        assertThat(Figures.percent(1)).isEqualTo("100 %");
    }

    @Test
    void one_is_no_plural() {
        assertThat(Figures.count(1, "row")).isEqualTo("1 row");
        assertThat(Figures.count(1_000, "row")).isEqualTo("1,000 rows");
    }
}
