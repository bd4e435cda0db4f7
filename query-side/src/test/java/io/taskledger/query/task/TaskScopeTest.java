package io.taskledger.query.task;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Changed;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentEvent.CommentDeleted;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.SharingEvent.PermissionChanged;
import io.taskledger.messages.task.SharingEvent.ShareRevoked;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskPurged;
import io.taskledger.messages.task.TaskEvent.TaskRestored;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.messages.task.TaskQuery.FindComment;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.messages.task.TaskQuery.ListSharedWithMe;
import io.taskledger.messages.task.TaskQuery.ListShares;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskQuery.ListTrash;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ProjectionProgress;
import io.taskledger.query.task.Delivery.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is told of a task, and what they may do with it. */
class TaskScopeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final TaskQueries tasks = ReadSide.bean(TaskQueries.class);
    private final TaskPartQueries parts = ReadSide.bean(TaskPartQueries.class);
    private final TaskReading rows = ReadSide.bean(TaskReading.class);
    private final Delivery delivery = new Delivery();
    private final Actor ann = People.somebody();
    private final Actor bob = People.somebody();
    private final WorkspaceId team = WorkspaceId.next();
    private final TaskId ferns = TaskId.next();
    private final TaskId teams = TaskId.next();
    private long version;

    @BeforeEach
    void make() {
        happened(
                new TaskCreated(ferns, ann.userId(), null, "Ferns", null, Priority.LOW, null, null, List.of("garden")));
        var home = new TaskHome(team, ListId.firstOf(team), Place.numbered(1));
        happened(new TaskCreated(teams, ann.userId(), home, "The team's", null, Priority.LOW, null, null, List.of()));
    }

    private void happened(TaskEvent... events) {
        for (var event : events) {
            delivery.deliverTwice(Event.of(event, version++, NOW));
        }
    }

    @Test
    void what_is_shared_is_seen_by_whom_it_is_shared_with_as_long_as_it_is() {
        happened(new TaskShared(ferns, bob.userId(), Permission.VIEW));
        assertThat(found(ferns, bob)).get().extracting(TaskDetails::level).isEqualTo(TaskLevel.VIEW);
        assertThat(found(ferns, ann)).get().extracting(TaskDetails::shareCount).isEqualTo(1L);

        happened(new PermissionChanged(ferns, bob.userId(), new Changed<>(Permission.VIEW, Permission.EDIT)));
        assertThat(found(ferns, bob)).get().extracting(TaskDetails::level).isEqualTo(TaskLevel.EDIT);
        assertThat(parts.handle(new ListSharedWithMe(), bob)).hasSize(1);
        assertThat(parts.handle(new ListShares(ferns), ann)).hasSize(1);
        assertThat(parts.handle(new ListShares(ferns), bob)).isEmpty();

        happened(new ShareRevoked(ferns, bob.userId()));
        assertThat(found(ferns, bob)).isEmpty();
        assertThat(parts.handle(new ListSharedWithMe(), bob)).isEmpty();
        assertThat(found(ferns, ann)).get().extracting(TaskDetails::shareCount).isEqualTo(0L);
    }

    @Test
    void what_is_shared_is_in_no_list_of_ones_own() {
        happened(new TaskShared(ferns, bob.userId(), Permission.EDIT));

        assertThat(listed(TaskFilter.everything(), bob)).isEmpty();
        assertThat(listed(TaskFilter.everything().workspace(WorkspaceId.personalOf(ann.userId())), bob))
                .containsExactly(ferns);
        assertThat(listed(TaskFilter.everything().sharedWithActor(true), bob)).containsExactly(ferns);
        assertThat(listed(TaskFilter.everything().sharedWithActor(true), ann)).isEmpty();
        assertThat(listed(TaskFilter.everything().shared(true), ann)).containsExactly(ferns);
        assertThat(listed(TaskFilter.everything().shared(false), ann)).isEmpty();
    }

    @Test
    void a_comment_is_told_to_those_who_see_the_task() {
        var comment = CommentId.next(ferns);
        happened(new CommentAdded(ferns, comment, bob.userId(), "Well", List.of()));

        assertThat(parts.handle(new FindComment(comment), ann)).isPresent();
        assertThat(parts.handle(new FindComment(comment), bob)).isEmpty();
        assertThat(found(ferns, ann).orElseThrow().comments())
                .extracting("content")
                .containsExactly("Well");

        happened(new CommentDeleted(ferns, comment, bob.userId(), "Well"));
        assertThat(found(ferns, ann).orElseThrow().comments()).isEmpty();
    }

    @Test
    void the_trash_is_told_to_who_could_restore_from_it() {
        happened(new TaskShared(ferns, bob.userId(), Permission.EDIT), new TaskDeleted(ferns));
        assertThat(found(ferns, ann)).isEmpty();
        assertThat(found(ferns, bob)).isEmpty();
        assertThat(listed(TaskFilter.everything().workspace(WorkspaceId.personalOf(ann.userId())), ann))
                .isEmpty();
        assertThat(trash(ann)).containsExactly(ferns);
        assertThat(trash(bob)).isEmpty();

        happened(new TaskRestored(ferns));
        assertThat(found(ferns, bob)).isPresent();
        assertThat(trash(ann)).isEmpty();

        happened(new TaskDeleted(ferns), new TaskPurged(ferns));
        assertThat(trash(ann)).isEmpty();
        assertThat(ReadSide.bean(ShareRepository.class).findByTaskIdOrderBySharedAtAscIdAsc(ferns.text()))
                .isEmpty();
    }

    /** Levels are of the task's maker and of another member; whether the trash is theirs comes after each. */
    @ParameterizedTest
    @CsvSource({"VIEWER, VIEW, false, VIEW, false", "EDITOR, ALL, true, PLACE, false", "ADMIN, ALL, true, ALL, true"})
    void a_member_sees_the_workspaces_tasks(
            WorkspaceRole role, TaskLevel makers, boolean makersTrash, TaskLevel others, boolean othersTrash) {
        var maker = new TaskScope(ann.userId(), Map.of(team, role));
        var other = new TaskScope(bob.userId(), Map.of(team, role));
        var row = row();
        assertThat(maker.level(row, null)).isEqualTo(makers);
        assertThat(other.level(row, null)).isEqualTo(others);
        assertThat(isWithin(other)).isTrue();
        assertThat(rows.exists(maker.own().and(TaskScope.called(List.of(teams)))))
                .isTrue();
        assertThat(rows.exists(other.own().and(TaskScope.called(List.of(teams)))))
                .isFalse();

        happened(new TaskDeleted(teams));
        assertThat(isWithin(other)).isFalse();
        assertThat(rows.exists(maker.recoverable().and(TaskScope.called(List.of(teams)))))
                .isEqualTo(makersTrash);
        assertThat(rows.exists(other.recoverable().and(TaskScope.called(List.of(teams)))))
                .isEqualTo(othersTrash);
    }

    @Test
    void who_left_a_workspace_sees_nothing_of_it_any_more() {
        var left = new TaskScope(ann.userId(), Map.of());

        assertThat(isWithin(left)).isFalse();
        assertThat(rows.exists(left.own().and(TaskScope.called(List.of(teams)))))
                .isFalse();
        assertThat(left.level(row(), null)).isNull();
    }

    @Test
    void who_is_a_member_the_workspaces_tell() {
        var own = WorkspaceId.next();
        var name = ann.userId().text();
        People.send(ann, new RegisterUser(ann.userId(), name, name + "@example.org"));
        var position = People.send(ann, new CreateWorkspace(own, "Garden"));
        assertThat(ReadSide.bean(ProjectionProgress.class)
                        .await(Projection.WORKSPACES, position, Duration.ofSeconds(10)))
                .isTrue();

        assertThat(ReadSide.bean(TaskScopes.class).of(ann).roles())
                .containsExactly(Map.entry(own, WorkspaceRole.ADMIN));
        assertThat(ReadSide.bean(TaskScopes.class).of(bob).roles()).isEmpty();
    }

    private TaskRow row() {
        return rows.all(TaskScope.called(List.of(teams)), SortKey.ID).getFirst();
    }

    private boolean isWithin(TaskScope scope) {
        return rows.exists(scope.visible().and(TaskScope.called(List.of(teams))));
    }

    private Optional<TaskDetails> found(TaskId task, Actor actor) {
        return tasks.handle(new FindTask(task), actor);
    }

    private List<TaskId> listed(TaskFilter filter, Actor actor) {
        return tasks.handle(new ListTasks(filter, TaskSort.by(TaskSort.Field.ID), 0, 100), actor).items().stream()
                .map(TaskDetails::taskId)
                .toList();
    }

    private List<TaskId> trash(Actor actor) {
        return tasks.handle(new ListTrash(0, 100), actor).items().stream()
                .map(TaskDetails::taskId)
                .toList();
    }
}
