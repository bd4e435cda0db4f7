package io.taskledger.query.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.taskledger.messages.Actor;
import io.taskledger.messages.history.ChangeMark;
import io.taskledger.messages.history.FieldChange;
import io.taskledger.messages.history.HistoryQuery.MarkChanges;
import io.taskledger.messages.history.HistoryQuery.ReplayTasks;
import io.taskledger.messages.history.StepsOf;
import io.taskledger.messages.history.TaskStep;
import io.taskledger.messages.task.CommentCommand.AddComment;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.SharingCommand.ShareTask;
import io.taskledger.messages.task.TaskCommand.AssignTask;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.MoveTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.query.Happenings;
import io.taskledger.query.ReadSide;
import io.taskledger.query.projection.Projection;
import org.junit.jupiter.api.Test;

import static io.taskledger.query.history.Doings.does;
import static org.assertj.core.api.Assertions.assertThat;

/** What happened to tasks, step by step, for who may see their past. */
class StepQueriesTest {

    private final Actor ann = Doings.somebody();
    private final Actor bob = Doings.somebody();
    private final TaskId ferns = TaskId.next();

    private static List<TaskStep> steps(Actor actor, StepsOf of, Instant from, Instant to, Long after, int limit) {
        new Happenings(ReadSide::bean).settle(Projection.TASKS, Projection.HISTORY, Projection.WORKSPACES);
        return Doings.list(actor, new ReplayTasks(of, from, to, after, limit), TaskStep.class);
    }

    private static List<TaskStep> steps(Actor actor, StepsOf of) {
        return steps(actor, of, null, null, null, 500);
    }

    private static List<String> events(List<TaskStep> steps) {
        return steps.stream().map(step -> step.deed().event()).toList();
    }

    @Test
    void each_step_of_a_task_tells_what_changed_and_by_whom() {
        does(ann, CreateTask.titled(ferns, "Ferns"));
        does(ann, new ShareTask(ferns, Doings.name(bob), Permission.EDIT));
        does(bob, new EditTask(ferns, TaskEdit.nothing().title("All ferns").tags(List.of("garden"))));
        does(ann, new AddComment(ferns, CommentId.next(ferns), "Dry"), new CompleteTask(ferns));

        var steps = steps(ann, new StepsOf.Task(ferns));

        assertThat(events(steps))
                .containsExactly("task.created", "task.shared", "task.edited", "task.commented", "task.completed");
        assertThat(steps).extracting(step -> step.deed().version()).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(steps.get(0).changes()).contains(new FieldChange("title", null, null, "Ferns"));
        assertThat(steps.get(1).changes()).isEmpty();
        assertThat(steps.get(2).changes())
                .containsExactly(
                        new FieldChange("title", null, "Ferns", "All ferns"),
                        new FieldChange("tags", null, List.of(), List.of("garden")));
        assertThat(steps.get(2).deed().actor()).isEqualTo(bob.userId());
        assertThat(steps.get(2).deed().actorName()).isEqualTo(Doings.name(bob));
        assertThat(steps.get(2).title()).isEqualTo("All ferns");
        assertThat(steps.get(4).changes()).containsExactly(new FieldChange("completed", null, false, true));
        assertThat(steps(bob, new StepsOf.Task(ferns))).isEqualTo(steps);
        assertThat(steps(Doings.somebody(), new StepsOf.Task(ferns))).isEmpty();
    }

    @Test
    void pages_and_ends_leave_out_what_is_beyond() {
        does(ann, CreateTask.titled(ferns, "Ferns"));
        for (var title : List.of("One", "Two", "Three")) {
            does(ann, new EditTask(ferns, TaskEdit.nothing().title(title)));
        }
        var of = new StepsOf.Task(ferns);
        var all = steps(ann, of);

        var read = new ArrayList<TaskStep>();
        for (var page = steps(ann, of, null, null, null, 3);
                !page.isEmpty();
                page = steps(ann, of, null, null, read.getLast().deed().position(), 3)) {
            read.addAll(page);
        }
        assertThat(read).isEqualTo(all).hasSize(4);
        assertThat(steps(ann, of, all.get(1).deed().at(), all.get(2).deed().at(), null, 500))
                .isEqualTo(all.subList(1, 3));
    }

    @Test
    void a_task_comes_into_a_board_and_goes_away_in_a_step() {
        var team = WorkspaceId.next();
        var there = new TaskHome(team, ListId.firstOf(team), new Place("Z"));
        does(ann, new CreateWorkspace(team, "Team"));
        does(
                ann,
                CreateTask.titled(ferns, "Ferns"),
                new EditTask(ferns, TaskEdit.nothing().title("Before")));
        does(ann, new MoveTask(ferns, there));
        does(ann, new EditTask(ferns, TaskEdit.nothing().title("Within")));
        var other = TaskId.next();
        does(ann, CreateTask.titled(other, "Elsewhere"));

        for (var of : List.of(new StepsOf.Workspace(team), new StepsOf.OneList(ListId.firstOf(team)))) {
            var steps = steps(ann, of);
            assertThat(events(steps)).last().isEqualTo("task.edited");
            assertThat(steps).extracting(TaskStep::title).containsOnly("Before", "Within");
            assertThat(steps.getFirst().changes())
                    .extracting(FieldChange::field)
                    .contains("workspace_id", "list_id");
            assertThat(steps(bob, of)).isEmpty();
        }
        does(ann, new DeleteTask(other));
        assertThat(events(steps(ann, new StepsOf.OwnTasks())))
                .startsWith("task.created", "task.edited")
                .endsWith("task.created", "task.deleted");
        assertThat(steps(bob, new StepsOf.OwnTasks())).isEmpty();
    }

    @Test
    void changes_are_marked_one_by_one_or_together_for_who_may_see_them() {
        does(ann, CreateTask.titled(ferns, "Ferns"));
        does(ann, new ShareTask(ferns, Doings.name(bob), Permission.EDIT));
        does(bob, new CompleteTask(ferns));
        var all = steps(ann, new StepsOf.OwnTasks());

        var whole = marks(ann, new StepsOf.OwnTasks(), null, null, 1);
        assertThat(whole)
                .containsExactly(new ChangeMark(
                        all.getFirst().deed().at(), all.getLast().deed().at(), 3));
        assertThat(marks(ann, new StepsOf.OwnTasks(), null, null, 500))
                .extracting(ChangeMark::first)
                .containsExactlyElementsOf(
                        all.stream().map(step -> step.deed().at()).toList());
        assertThat(marks(ann, new StepsOf.OwnTasks(), null, null, 2))
                .extracting(ChangeMark::steps)
                .containsExactly(2L, 1L);
        assertThat(marks(
                        ann,
                        new StepsOf.OwnTasks(),
                        all.get(1).deed().at(),
                        all.get(1).deed().at(),
                        9))
                .hasSize(1);
        assertThat(marks(bob, new StepsOf.OwnTasks(), null, null, 9)).isEmpty();
        assertThat(marks(bob, new StepsOf.SharedWithActor(), null, null, 1))
                .extracting(ChangeMark::steps)
                .containsExactly(2L);
        assertThat(marks(ann, new StepsOf.SharedWithActor(), null, null, 1)).isEmpty();
    }

    @Test
    void what_was_once_somebody_s_to_do_is_among_the_steps_of_what_is_assigned_to_them() {
        does(ann, CreateTask.titled(ferns, "Ferns"), new AssignTask(ferns, Doings.name(ann)));
        does(ann, new AssignTask(ferns, null));
        assertThat(events(steps(ann, new StepsOf.AssignedToActor()))).containsExactly("task.assigned", "task.assigned");
        assertThat(steps(bob, new StepsOf.AssignedToActor())).isEmpty();
    }

    private static List<ChangeMark> marks(Actor actor, StepsOf of, Instant from, Instant to, int parts) {
        new Happenings(ReadSide::bean).settle(Projection.TASKS, Projection.HISTORY, Projection.WORKSPACES);
        return Doings.list(actor, new MarkChanges(of, from, to, parts), ChangeMark.class);
    }
}
