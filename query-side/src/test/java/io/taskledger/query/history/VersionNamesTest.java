package io.taskledger.query.history;

import java.util.List;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Changed;
import io.taskledger.messages.Erased;
import io.taskledger.messages.Page;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.account.AccountEvent.AccountDeleted;
import io.taskledger.messages.history.HistoryQuery.CompareTask;
import io.taskledger.messages.history.HistoryQuery.FindVersion;
import io.taskledger.messages.history.HistoryQuery.ListVersions;
import io.taskledger.messages.history.TaskDiff;
import io.taskledger.messages.history.TaskPoint;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskPurged;
import io.taskledger.messages.task.TaskEvent.TaskReopened;
import io.taskledger.messages.task.TaskEvent.VersionNamed;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.query.Happenings;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class VersionNamesTest {

    private final Happenings ledger = new Happenings(ReadSide::bean);
    private final Actor ann = People.somebody();
    private final Actor bob = People.somebody();
    private final TaskId ferns = TaskId.next();

    VersionNamesTest() {
        ledger.by(ann, new TaskCreated(ferns, ann.userId(), null, "F", null, Priority.LOW, null, null, List.of()));
    }

    @Test
    void a_version_is_listed_and_found_with_its_name() {
        ledger.by(ann, new TaskCompleted(ferns), new TaskReopened(ferns), named(1, null, "Draft"));

        assertThat(versions().items()).extracting(TaskVersion::name).containsExactly(null, "Draft", null);
        assertThat(version(1).name()).isEqualTo("Draft");

        ledger.by(ann, named(1, "Draft", "Final"), named(0, null, "First"));
        assertThat(versions().items()).extracting(TaskVersion::name).containsExactly(null, "Final", "First");

        ledger.by(ann, named(1, "Final", null));
        assertThat(versions().items()).extracting(TaskVersion::name).containsExactly(null, null, "First");
    }

    @Test
    void naming_makes_no_other_version_to_choose_from() {
        ledger.by(ann, named(0, null, "First"), new TaskCompleted(ferns), named(1, null, "Done"));
        var done = ledger.now().minusSeconds(1);

        var listed = versions();

        assertThat(listed.total()).isEqualTo(2);
        assertThat(listed.items()).extracting(one -> one.task().version()).containsExactly(2L, 0L);
        assertThat(listed.items()).extracting(TaskVersion::until).containsExactly(null, done);
        assertThat(listed.items()).containsExactly(version(2), version(0));
    }

    @Test
    void naming_leaves_the_task_as_it_is_and_only_its_number_goes_on() {
        ledger.by(ann, new TaskCompleted(ferns));
        var before = now();
        ledger.by(ann, named(0, null, "First"));

        assertThat(now()).returns(2L, TaskDetails::version).returns(before.updatedAt(), TaskDetails::updatedAt);
        assertThat(version(2).task()).isEqualTo(now());
        assertThat(ledger.one(
                                ann,
                                new CompareTask(ferns, new TaskPoint.Version(1), new TaskPoint.Version(2)),
                                TaskDiff.class)
                        .changes())
                .isEmpty();
    }

    @Test
    void an_erased_persons_names_are_told_to_nobody_any_more() {
        ledger.by(ann, new TaskShared(ferns, bob.userId(), Permission.VIEW), named(0, null, "Secret"));
        ledger.by(ann, new AccountDeleted(ann.userId()));
        settle();

        assertThat(ledger.one(bob, new FindVersion(ferns, 0), TaskVersion.class).name())
                .isEqualTo(Erased.TEXT);
    }

    @Test
    void names_go_with_the_purged_task() {
        ledger.by(ann, named(0, null, "First"));
        settle();
        assertThat(rows()).isOne();

        ledger.by(ann, new TaskDeleted(ferns), new TaskPurged(ferns));
        settle();

        assertThat(rows()).isZero();
    }

    private VersionNamed named(long version, @Nullable String from, @Nullable String to) {
        return new VersionNamed(ferns, SubjectId.of(ann.userId()), version, new Changed<>(from, to));
    }

    private Page<TaskVersion> versions() {
        settle();
        return ledger.page(ann, new ListVersions(ferns, 0, 100), TaskVersion.class);
    }

    private TaskVersion version(long number) {
        settle();
        return ledger.one(ann, new FindVersion(ferns, number), TaskVersion.class);
    }

    private TaskDetails now() {
        settle();
        return ledger.one(ann, new FindTask(ferns), TaskDetails.class);
    }

    private int rows() {
        return ReadSide.bean(JdbcClient.class)
                .sql("select count(*) from %s.version_name where task_id = :task"
                        .formatted(ReadSide.bean(LiveVersions.class)
                                .of(Projection.HISTORY)
                                .schema()))
                .param("task", ferns.text())
                .query(Integer.class)
                .single();
    }

    private void settle() {
        ledger.settle(Projection.HISTORY, Projection.TASKS, Projection.WORKSPACES, Projection.ACCOUNTS);
    }
}
