package io.taskledger.app.commandline;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.taskledger.app.commandline.PretendJobs.Filed;
import io.taskledger.app.job.ReplayHistory;
import io.taskledger.app.job.TellHistory;
import io.taskledger.messages.history.LedgerReplay;
import io.taskledger.messages.history.LedgerReplay.Fault;
import io.taskledger.messages.history.LedgerReplay.Replayed;
import io.taskledger.messages.projection.Difference;
import io.taskledger.messages.projection.ProjectionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class HistoryTest {

    private static final String SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private final PretendJobs jobs = new PretendJobs();
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int run(String line) {
        var history = new History() {
            @Override
            Jobs jobs() {
                return jobs;
            }
        };
        return new CommandLine(history)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute(line.split(" "));
    }

    private static LedgerReplay replay(List<Fault> faults, List<Difference> differences, boolean compared) {
        var tasks = new Replayed(
                ProjectionId.named("tasks"),
                4_711,
                4_102,
                611,
                SHA256,
                compared,
                0,
                0,
                differences.size(),
                differences,
                Optional.empty());
        return new LedgerReplay(4_711, 4_709, 312, SHA256, faults.size(), faults, List.of(tasks));
    }

    @Test
    void a_replay_tells_what_it_found_its_digest_and_its_verdict() {
        jobs.endsWith(replay(List.of(), List.of(), true));

        assertThat(run("replay")).isZero();

        assertThat(out.toString()).isEqualToIgnoringNewLines("""
                events    4,709, up to position 4711
                streams   312
                sha256    9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                PROJECTION  POSITION  EVENTS  ROWS        DIGEST  RESULT
                tasks           4711   4,102   611  9f86d081884c    same
                The ledger is whole, and what people read is what it says.
                """);
        assertThat(jobs.filed).containsExactly(new Filed(ReplayHistory.NAME, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "replay --to 2026-11-21T09:00:00+02:00, recorded-by, 2026-11-21T07:00:00Z",
        "replay --to 2026-11-21, recorded-by, 2026-11-21T00:00:00Z",
        "replay --to-position 42, position, 42"
    })
    void it_ends_where_it_is_told_to(String line, String argument, String value) {
        jobs.endsWith(replay(List.of(), List.of(), false));

        assertThat(run(line)).isZero();

        assertThat(jobs.filed).containsExactly(new Filed(ReplayHistory.NAME, Map.of(argument, value)));
        assertThat(out.toString()).contains("The ledger is whole up to there; nothing was compared.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "task",
                "task task-1 --at soon",
                "diff",
                "diff task-1 --from now",
                "blame",
                "replay soon",
                "replay --to soon",
                "replay --to 2026-02-30",
                "replay --to-position many",
                "replay --to-position 0",
                "replay --to 2026-11-21 --to-position 4"
            })
    void a_call_that_makes_no_sense_does_nothing_and_ends_with_2(String line) {
        assertThat(run(line)).isEqualTo(2);
        assertThat(jobs.filed).isEmpty();
        assertThat(errors.toString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "task task-1, STEPS, , ",
        "task task-1 --at 2026-11-21, STEPS, at, 2026-11-21T00:00:00Z",
        "diff task-1, DIFFERENCE, , ",
        "diff task-1 --from 3, DIFFERENCE, from, 3",
        "diff task-1 --to 2026-11-21T09:00:00+02:00, DIFFERENCE, to, 2026-11-21T07:00:00Z",
        "blame task-1, BLAME, , "
    })
    void a_task_is_told_of(String line, String what, String argument, String value) {
        assertThat(run(line)).isZero();

        assertThat(jobs.filed).singleElement().satisfies(filed -> {
            assertThat(filed.kind()).isEqualTo(TellHistory.NAME);
            assertThat(filed.arguments())
                    .containsEntry(TellHistory.TASK, "task-1")
                    .containsEntry(TellHistory.WHAT, what);
            if (argument == null) {
                assertThat(filed.arguments()).hasSize(2);
            } else {
                assertThat(filed.arguments()).containsEntry(argument, value);
            }
        });
        assertThat(out.toString()).isEqualToIgnoringNewLines("Done.");
    }

    @Test
    void a_task_that_is_not_there_ends_with_1() {
        jobs.isRefused("There is no task task-1.");

        assertThat(run("blame task-1")).isEqualTo(1);
        assertThat(errors.toString()).isEqualToIgnoringNewLines("There is no task task-1.");
    }

    @Test
    void a_difference_is_named_and_ends_with_1() {
        var difference = new Difference(
                Difference.Kind.LIVE_DIFFERS,
                "task",
                "task-1",
                "priority",
                "43",
                "3",
                Optional.of(new Difference.Cause(12, "task.edited")));
        jobs.endsWith(replay(List.of(), List.of(difference), true));

        assertThat(run("replay")).isEqualTo(1);

        assertThat(out.toString()).contains("differs", "task task-1, priority", "43", "12 task.edited");
        assertThat(out.toString()).endsWith("What people read is not what the ledger says.\n");
    }

    @Test
    void a_fault_of_the_ledger_is_named_and_ends_with_1() {
        jobs.endsWith(replay(List.of(new Fault(7, Optional.of("task-1"), "number 2 follows 0")), List.of(), true));

        assertThat(run("replay --json")).isEqualTo(1);
        assertThat(out.toString()).contains("\"clean\":false", "\"what\":\"number 2 follows 0\"");

        assertThat(run("replay")).isEqualTo(1);
        assertThat(out.toString())
                .contains("event 7 of task-1: number 2 follows 0")
                .endsWith("The ledger is not as it has to be: 1 fault.\n");
    }

    @Test
    void what_is_refused_ends_with_1_and_its_sentence() {
        jobs.isRefused("Nothing was recorded by then.");

        assertThat(run("replay --to 1999-01-01")).isEqualTo(1);

        assertThat(errors.toString()).isEqualToIgnoringNewLines("Nothing was recorded by then.");
        assertThat(out.toString()).isEmpty();
    }
}
