package io.taskledger.app.commandline;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.taskledger.app.commandline.PretendJobs.Filed;
import io.taskledger.app.job.AskProjections;
import io.taskledger.app.job.OperateProjection;
import io.taskledger.app.job.ProjectionJson.Rebuilt;
import io.taskledger.app.job.RebuildProjections;
import io.taskledger.messages.projection.RebuildReport.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class ProjectionsTest {

    private final PretendJobs jobs = new PretendJobs();
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int run(String line) {
        var projections = new Projections() {
            @Override
            ProjectionReports reports() {
                return new ProjectionReports(jobs, out(), errors());
            }
        };
        return new CommandLine(projections)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute(line.isEmpty() ? new String[0] : line.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dead-letters",
                "nonsense",
                "rebuild",
                "rebuild tasks --all",
                "rebuild tasks --dry-run --hold",
                "rebuild tasks --hold --force known",
                "rebuild tasks --owner ada --task task-1",
                "rebuild --all --owner ada",
                "rebuild --all --task task-1",
                "rebuild tasks --force",
                "verify",
                "verify tasks --all",
                "verify tasks --hold",
                "rollback",
                "swap",
                "drop tasks",
                "drop tasks one",
                "pause",
                "dead-letters list",
                "dead-letters retry",
                "dead-letters skip tasks letter-1",
                "dead-letters skip tasks --reason known"
            })
    void a_call_that_makes_no_sense_does_nothing_and_ends_with_2(String line) {
        assertThat(run(line)).isEqualTo(2);

        assertThat(jobs.filed).isEmpty();
        assertThat(out.toString()).isEmpty();
        assertThat(errors.toString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "pause tasks, PAUSE, '', ",
        "resume tasks, RESUME, '', ",
        "cancel tasks, CANCEL, '', ",
        "rollback tasks, ROLL_BACK, '', ",
        "drop tasks 3, DROP, 3, ",
        "swap tasks, SWAP, , ",
        "swap tasks --force known, SWAP, , known",
        "dead-letters retry tasks letter-1, RETRY, letter-1, ",
        "dead-letters retry tasks, RETRY_ALL, , ",
        "dead-letters skip tasks letter-1 --reason known, SKIP, letter-1, known",
        "rebuild tasks --owner ada, ROWS_OF_OWNER, ada, ",
        "rebuild tasks --task task-1, ROWS_OF_TASK, task-1, "
    })
    void an_order_is_filed(String line, OperateProjection.Order order, String operand, String reason) {
        assertThat(run(line)).isZero();

        assertThat(jobs.filed).singleElement().satisfies(filed -> {
            assertThat(filed.kind()).isEqualTo(OperateProjection.NAME);
            assertThat(filed.arguments())
                    .containsEntry(OperateProjection.PROJECTION, "tasks")
                    .containsEntry(OperateProjection.ORDER, order.name());
            assertThat(filed.arguments().get(OperateProjection.OPERAND)).isEqualTo(operand);
            assertThat(filed.arguments().get(OperateProjection.REASON)).isEqualTo(reason);
        });
        assertThat(out.toString()).isEqualToIgnoringNewLines("Done.");
    }

    @ParameterizedTest
    @CsvSource({
        "rebuild tasks, tasks, swap, ",
        "rebuild --all, , swap, ",
        "rebuild tasks --hold, tasks, hold, ",
        "rebuild --dry-run tasks, tasks, drop, ",
        "rebuild --all --force known, , swap, known",
        "verify tasks, tasks, drop, ",
        "verify --all, , drop, "
    })
    void a_rebuild_is_filed(String line, String name, String afterwards, String regardless) {
        jobs.endsWith(new Rebuilt(List.of(ProjectionExamples.ended(State.SWAPPED)), List.of()));

        assertThat(run(line)).isZero();

        assertThat(jobs.filed).singleElement().satisfies(filed -> {
            assertThat(filed.kind()).isEqualTo(RebuildProjections.NAME);
            assertThat(filed.arguments().get(RebuildProjections.PROJECTION)).isEqualTo(name);
            assertThat(filed.arguments().get(RebuildProjections.REGARDLESS)).isEqualTo(regardless);
            assertThat(filed.arguments())
                    .containsEntry(RebuildProjections.AFTERWARDS, afterwards)
                    .containsKeys(RebuildProjections.ASKED, RebuildProjections.ASKED_AT);
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"SWAPPED", "VERIFIED", "HELD", "FAILED", "CANCELLED"})
    void a_rebuild_ends_with_0_only_when_all_went_well_and_nothing_differs(State state) {
        jobs.endsWith(new Rebuilt(List.of(ProjectionExamples.ended(state)), List.of()));
        assertThat(run("rebuild tasks")).isEqualTo(state == State.FAILED || state == State.CANCELLED ? 1 : 0);

        jobs.endsWith(new Rebuilt(
                List.of(
                        ProjectionExamples.ended(State.SWAPPED),
                        ProjectionExamples.ended(state, ProjectionExamples.difference())),
                List.of()));
        assertThat(run("rebuild --all")).isEqualTo(1);
    }

    @Test
    void one_refusal_among_many_is_told_and_ends_with_1() {
        jobs.endsWith(new Rebuilt(
                List.of(ProjectionExamples.ended(State.VERIFIED)), List.of("Projection a is being rebuilt already.")));

        assertThat(run("verify --all")).isEqualTo(1);

        assertThat(out.toString()).contains("tasks: nothing differs.");
        assertThat(errors.toString()).contains("Projection a is being rebuilt already.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "status tasks", "rebuild tasks", "dead-letters list tasks", "rollback tasks"})
    void a_refused_job_ends_with_1_and_its_sentence(String line) {
        jobs.isRefused("Projection tasks not found.");

        assertThat(run(line)).isEqualTo(1);

        assertThat(errors.toString()).isEqualToIgnoringNewLines("Projection tasks not found.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void the_bar_tells_rate_and_time_left() {
        jobs.tellsMeanwhile(ProjectionExamples.folding(420_000));
        jobs.endsWith(new Rebuilt(List.of(ProjectionExamples.ended(State.SWAPPED)), List.of()));

        run("rebuild tasks");

        assertThat(errors.toString())
                .contains("[############------------------] tasks: folding 42 %, 190,400/s, 3.1 s left");
    }

    @Test
    void json_is_a_line_for_each_record_as_rest_has_it() {
        jobs.endsWith(List.of(
                ProjectionExamples.status("tasks", Optional.of(ProjectionExamples.folding(1))),
                ProjectionExamples.status("accounts", Optional.empty())));

        assertThat(run("list --json")).isZero();

        assertThat(out.toString().lines()).hasSize(2);
        assertThat(out.toString())
                .startsWith("{\"name\":\"tasks\",\"mode\":\"live\",\"live_version\":2,"
                        + "\"live_since\":\"2026-11-21T07:25:23.606479Z\",\"position\":1000000")
                .contains("\"rebuild\":{\"id\":\"rebuild-01KAJ5B6Q4M8T2V9X3Y7Z0A1CD\"");
        assertThat(jobs.filed).containsExactly(new Filed(AskProjections.NAME, Map.of()));
    }

    @Test
    void json_of_a_rebuild_goes_with_its_exit_code() {
        jobs.endsWith(new Rebuilt(
                List.of(ProjectionExamples.ended(State.VERIFIED, ProjectionExamples.difference())), List.of()));

        assertThat(run("verify tasks --json")).isEqualTo(1);

        assertThat(out.toString().lines()).singleElement().asString().contains("\"clean\":false", "\"rebuilt\":null");
    }

    @Test
    void dead_letters_are_listed_with_their_event_and_cause() {
        jobs.endsWith(List.of(ProjectionExamples.letter()));

        assertThat(run("dead-letters list tasks")).isZero();

        assertThat(out.toString()).isEqualToIgnoringNewLines("""
                6f1c7c52-22a4-4c0b-8a0e-5b0c0a1d9f33
                    event       4,711 task.edited
                    stream      task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE
                    happened    2026-11-21T07:25:23Z
                    cause       SQLException: too long
                    content     {"title":"Water"}
                """);
    }
}
