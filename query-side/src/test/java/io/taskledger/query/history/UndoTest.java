package io.taskledger.query.history;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.Actor;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.account.AccountCommand.DeleteAccount;
import io.taskledger.messages.history.HistoryQuery.FindVersion;
import io.taskledger.messages.history.HistoryRejection.NotOfTasks;
import io.taskledger.messages.history.OwnActions.OwnAction;
import io.taskledger.messages.history.TaskPlan;
import io.taskledger.messages.history.TaskPlan.LeftOut;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.history.UndoPlan.Sense;
import io.taskledger.messages.history.WhyNot;
import io.taskledger.messages.task.CommentCommand.AddComment;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.CompensateTask;
import io.taskledger.messages.task.EditTasks;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.SharingCommand.ChangePermission;
import io.taskledger.messages.task.SharingCommand.LeaveTask;
import io.taskledger.messages.task.SharingCommand.RevokeShare;
import io.taskledger.messages.task.SharingCommand.ShareTask;
import io.taskledger.messages.task.TagCommand.TagTask;
import io.taskledger.messages.task.TaskCommand.AssignTask;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.PurgeTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskRejection.VersionMismatch;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.query.Happenings;
import io.taskledger.query.ReadSide;
import io.taskledger.query.history.Doings.Standing;
import io.taskledger.query.projection.Projection;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

import static io.taskledger.query.history.Doings.does;
import static io.taskledger.query.history.Doings.ownActions;
import static io.taskledger.query.history.Doings.plan;
import static io.taskledger.query.history.Doings.redo;
import static io.taskledger.query.history.Doings.standing;
import static io.taskledger.query.history.Doings.undo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What one did is taken back, as far as nobody else did something since. */
class UndoTest {

    private final Actor ann = Doings.somebody();
    private final Actor bob = Doings.somebody();
    private final TaskId ferns = TaskId.next();

    @Test
    void of_a_bulk_change_of_500_tasks_those_20_are_left_out_that_were_touched_later() {
        var tasks = Stream.generate(TaskId::next).limit(500).toList();
        tasks.forEach(task -> does(ann, CreateTask.titled(task, "Water")));
        var bulk = does(ann, new EditTasks(tasks, TaskEdit.nothing().priority(Priority.HIGH)));
        var later = tasks.subList(100, 120);
        later.forEach(task -> does(ann, new ShareTask(task, Doings.name(bob), Permission.EDIT)));
        later.forEach(task -> does(bob, edit(task, edit -> edit.priority(Priority.LOW))));

        var done = undo(ann, bulk);

        assertThat(done.total()).isEqualTo(500);
        assertThat(done.commands()).hasSize(480);
        var left =
                done.tasks().stream().filter(task -> !task.leftOut().isEmpty()).toList();
        assertThat(left).extracting(TaskPlan::taskId).containsExactlyInAnyOrderElementsOf(later);
        assertThat(left).allSatisfy(task -> {
            var only = task.leftOut().getFirst();
            assertThat(only.field()).isEqualTo("priority");
            assertThat(only.why()).isEqualTo(WhyNot.CHANGED_SINCE);
            assertThat(only.later().actor()).isEqualTo(bob.userId());
            assertThat(only.later().event()).isEqualTo("task.edited");
            assertThat(only.later().version()).isEqualTo(task.version());
        });
        assertThat(priority(tasks.get(0))).isEqualTo(Priority.MEDIUM);
        assertThat(priority(later.get(0))).isEqualTo(Priority.LOW);
    }

    @Test
    void one_goes_back_50_actions_one_by_one_and_forward_again() {
        create("Ferns");
        var roses = TaskId.next();
        does(ann, CreateTask.titled(roses, "Roses"));
        var start = states(ferns, roses);
        var before = new HashMap<Integer, List<Standing>>();
        for (int n = 0; n < 50; n++) {
            if (n % 10 == 0) {
                before.put(n, states(ferns, roses));
            }
            does(ann, mixed(n, n % 2 == 0 ? ferns : roses));
        }
        var end = states(ferns, roses);
        assertThat(ownActions(ann).actions()).hasSize(50);

        for (int n = 49; n >= 0; n--) {
            undo(ann, ownActions(ann).undo().orElseThrow());
            if (n % 10 == 0) {
                assertThat(states(ferns, roses)).isEqualTo(before.get(n));
            }
        }
        assertThat(states(ferns, roses)).isEqualTo(start);
        assertThat(ownActions(ann).undo()).isEmpty();
        assertThat(ownActions(ann).actions()).allMatch(OwnAction::undone);
        for (int n = 0; n < 50; n++) {
            redo(ann, ownActions(ann).redo().orElseThrow());
        }
        assertThat(states(ferns, roses)).isEqualTo(end);
        assertThat(ownActions(ann).redo()).isEmpty();
    }

    @Test
    void what_was_done_to_a_task_that_is_gone_or_hidden_since_stands_in_nobodys_way() {
        create("Ferns");
        var created = ownActions(ann).undo();
        var roses = TaskId.next();
        does(ann, CreateTask.titled(roses, "Roses"));
        does(ann, new DeleteTask(roses));
        does(ann, new PurgeTask(roses));
        var bobs = TaskId.next();
        does(bob, CreateTask.titled(bobs, "Bob's"));
        does(bob, new ShareTask(bobs, Doings.name(ann), Permission.EDIT));
        var helped = does(ann, new CompleteTask(bobs));
        assertThat(ownActions(ann).undo()).contains(helped);

        does(bob, new RevokeShare(bobs, Doings.name(ann)));
        Doings.settle();

        assertThat(ownActions(ann).undo()).isEqualTo(created).isPresent();
        assertThat(ownActions(ann).actions()).hasSize(1);
    }

    @Test
    void what_is_done_anew_ends_what_could_be_done_again() {
        create("Ferns");
        var renamed = does(ann, edit(ferns, edit -> edit.title("All ferns")));
        undo(ann, renamed);
        assertThat(ownActions(ann).redo()).contains(renamed);

        does(ann, new CompleteTask(ferns));

        assertThat(ownActions(ann).redo()).isEmpty();
        assertThat(redo(ann, renamed).commands()).as("still, where it is named").hasSize(1);
    }

    @Test
    void a_change_of_somebody_else_is_kept_unless_one_insists() {
        create("Ferns");
        share();
        var mine = does(ann, edit(ferns, edit -> edit.title("All ferns").priority(Priority.HIGH)));
        does(bob, edit(ferns, edit -> edit.title("Bob's ferns")));

        var plan = plan(ann, mine, Sense.UNDO, false).orElseThrow();
        assertThat(plan.tasks().getFirst().leftOut())
                .extracting(LeftOut::field, LeftOut::why)
                .containsExactly(Tuple.tuple("title", WhyNot.CHANGED_SINCE));
        Doings.carryOut(ann, plan);
        assertThat(now().title()).isEqualTo("Bob's ferns");
        assertThat(now().priority()).isEqualTo(Priority.MEDIUM);

        Doings.carryOut(ann, plan(ann, mine, Sense.UNDO, true).orElseThrow());
        assertThat(now().title()).isEqualTo("Ferns");
        redo(ann, mine);
        assertThat(now().title()).as("as it was before it was taken back").isEqualTo("Bob's ferns");
        assertThat(now().priority()).isEqualTo(Priority.HIGH);
    }

    @Test
    void tags_of_others_stay_where_one_insists() {
        create("Ferns");
        share();
        var mine = does(ann, new TagTask(ferns, List.of("garden")));
        does(bob, new TagTask(ferns, List.of("spring")));

        assertThat(undo(ann, mine).leavesOut()).isTrue();
        Doings.carryOut(ann, plan(ann, mine, Sense.UNDO, true).orElseThrow());

        assertThat(now().tags()).containsExactly("spring");
    }

    @Test
    void a_day_is_not_taken_back_with_the_time_that_somebody_set_since() {
        create("Ferns");
        var day = does(ann, edit(ferns, edit -> edit.dueDate(LocalDate.of(2026, 3, 1))));
        does(ann, edit(ferns, edit -> edit.dueTime(LocalTime.NOON)));

        assertThat(undo(ann, day).leavesOut()).isTrue();
        assertThat(now().dueDate()).isNotNull();
    }

    @Test
    void what_was_made_goes_to_the_trash_and_comes_back_but_not_from_under_others() {
        var made = create("Ferns");
        assertThat(plan(ann, made, Sense.REDO, false).orElseThrow().commands()).isEmpty();
        undo(ann, made);
        assertThat(standing(ann, ferns)).isEmpty();
        redo(ann, made);
        assertThat(now().title()).isEqualTo("Ferns");

        share();
        does(bob, new AddComment(ferns, CommentId.next(ferns), "Mine too"));
        var plan = plan(ann, made, Sense.UNDO, false).orElseThrow();
        assertThat(plan.commands()).isEmpty();
        assertThat(plan.tasks().getFirst().leftOut().getFirst().later().actor()).isEqualTo(bob.userId());
        Doings.carryOut(ann, plan(ann, made, Sense.UNDO, true).orElseThrow());
        assertThat(standing(ann, ferns)).isEmpty();
    }

    @Test
    void with_a_share_the_task_comes_back_to_who_had_it_to_do() {
        create("Ferns");
        share();
        does(ann, new AssignTask(ferns, Doings.name(bob)));
        var before = now();
        var revoked = does(ann, new RevokeShare(ferns, Doings.name(bob)));
        assertThat(now().assignee()).isNull();

        undo(ann, revoked);

        assertThat(now()).isEqualTo(before);
    }

    @Test
    void who_may_not_edit_any_more_is_told_so_and_who_sees_nothing_hears_nothing() {
        create("Ferns");
        share();
        var bobs = does(bob, edit(ferns, edit -> edit.title("Bob's")));
        does(ann, new ChangePermission(ferns, Doings.name(bob), Permission.VIEW));
        assertThat(why(bob, bobs)).containsExactly(WhyNot.NOT_PERMITTED);

        does(ann, new RevokeShare(ferns, Doings.name(bob)));
        var plan = plan(bob, bobs, Sense.UNDO, false).orElseThrow();
        assertThat(plan.tasks()).extracting(TaskPlan::title).containsOnlyNulls();
        assertThat(why(bob, bobs)).as("still one's own action").containsExactly(WhyNot.NOT_THERE);
        assertThat(plan(Doings.somebody(), bobs, Sense.UNDO, false)).isEmpty();
        assertThat(plan(ann, ActionId.next(), Sense.UNDO, false)).isEmpty();

        assertThat(undo(ann, bobs).commands())
                .as("the owner takes back what others did")
                .hasSize(1);
        assertThat(now().title()).isEqualTo("Ferns");
    }

    @Test
    void what_nothing_takes_back_says_why() {
        create("Ferns");
        share();
        assertThat(why(ann, does(bob, new LeaveTask(ferns)))).containsExactly(WhyNot.LEFT);
        var founded = does(ann, new CreateWorkspace(WorkspaceId.next(), "Team"));
        assertThatThrownBy(() -> plan(ann, founded, Sense.UNDO, false))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejected -> assertThat(rejected.rejection()).isEqualTo(new NotOfTasks(founded)));
        assertThat(plan(bob, founded, Sense.UNDO, false)).isEmpty();
        var renamed = does(ann, edit(ferns, edit -> edit.title("All ferns")));
        does(ann, new DeleteTask(ferns));
        assertThat(why(ann, renamed)).containsExactly(WhyNot.IN_TRASH);
        does(ann, new PurgeTask(ferns));
        assertThat(why(ann, renamed)).containsExactly(WhyNot.NOT_THERE);
    }

    @Test
    void a_plan_is_only_for_the_version_that_it_was_made_for_and_done_as_a_whole() {
        create("Ferns");
        share();
        var revoked = does(ann, new AssignTask(ferns, Doings.name(bob)), new RevokeShare(ferns, Doings.name(bob)));
        var plan = plan(ann, revoked, Sense.UNDO, false).orElseThrow().tasks().getFirst();
        does(ann, edit(ferns, edit -> edit.title("Faster")));
        var before = now();

        assertThat(Doings.attempt(ann, plan.command().orElseThrow(), plan.version()))
                .contains(new VersionMismatch(ferns, plan.version(), plan.version() + 1));
        assertThat(now()).isEqualTo(before);
    }

    @Test
    void where_one_step_is_refused_none_is_done() {
        create("Ferns");
        var before = now();
        var steps = new CompensateTask(
                ferns, List.of(edit(ferns, edit -> edit.title("Half")), new AssignTask(ferns, "nobody-of-this-name")));

        assertThat(Doings.attempt(ann, steps, 0)).isPresent();
        assertThat(now()).isEqualTo(before);
        does(ann, edit(ferns, edit -> edit.priority(Priority.LOW)));
        assertThat(now().title()).as("not even in memory").isEqualTo("Ferns");
    }

    @Test
    void nothing_is_written_again_of_whom_nobody_knows_any_more() {
        create("[erased]");
        var renamed = does(ann, edit(ferns, edit -> edit.title("Ferns")));
        assertThat(why(ann, renamed)).containsExactly(WhyNot.ERASED);

        share();
        var revoked = does(ann, new RevokeShare(ferns, Doings.name(bob)));
        does(bob, new DeleteAccount(bob.userId()));
        new Happenings(ReadSide::bean).settle(Projection.ACCOUNTS);
        assertThat(why(ann, revoked)).containsExactly(WhyNot.PERSON_GONE);
    }

    @Test
    void an_undo_that_is_named_means_what_it_undid() {
        create("Ferns");
        var renamed = does(ann, edit(ferns, edit -> edit.title("All ferns")));
        undo(ann, renamed);
        var entries =
                Doings.find(ann, new FindVersion(ferns, 2), TaskVersion.class).orElseThrow();
        var undoing = ActionId.parse(entries.actionId()).orElseThrow();

        assertThat(plan(ann, undoing, Sense.REDO, false).orElseThrow().action()).isEqualTo(renamed);
        redo(ann, undoing);
        assertThat(now().title()).isEqualTo("All ferns");
    }

    private List<WhyNot> why(Actor actor, ActionId action) {
        var plan = plan(actor, action, Sense.UNDO, false).orElseThrow();
        assertThat(plan.commands()).isEmpty();
        return plan.tasks().stream()
                .flatMap(task -> task.leftOut().stream())
                .map(LeftOut::why)
                .toList();
    }

    private ActionId create(String title) {
        return does(ann, CreateTask.titled(ferns, title));
    }

    private void share() {
        does(ann, new ShareTask(ferns, Doings.name(bob), Permission.EDIT));
    }

    private Standing now() {
        return standing(ann, ferns).orElseThrow();
    }

    private Priority priority(TaskId task) {
        return standing(ann, task).orElseThrow().priority();
    }

    private List<Standing> states(TaskId... tasks) {
        return Stream.of(tasks).map(task -> standing(ann, task).orElseThrow()).toList();
    }

    private static EditTask edit(TaskId task, Function<TaskEdit, TaskEdit> edit) {
        return new EditTask(task, edit.apply(TaskEdit.nothing()));
    }

    private Object[] mixed(int n, TaskId task) {
        return switch (n % 7) {
            case 0 -> new Object[] {edit(task, edit -> edit.title("Title " + n).dueDate(LocalDate.of(2026, 3, 1)))};
            case 1 -> new Object[] {new AddComment(task, CommentId.next(task), "Comment " + n)};
            case 2 -> new Object[] {new TagTask(task, List.of("tag " + n))};
            case 3 -> new Object[] {new AssignTask(task, n % 2 == 0 ? null : Doings.name(ann)), new CompleteTask(task)};
            case 4 ->
                new Object[] {edit(task, edit -> edit.description("Text " + n).completed(false))};
            case 5 ->
                IntStream.range(0, 3)
                        .mapToObj(at -> edit(task, edit -> edit.title("Quick " + n + at)))
                        .toArray();
            default ->
                new Object[] {edit(task, edit -> edit.dueDate(null).priority(n % 2 == 0 ? Priority.LOW : Priority.HIGH))
                };
        };
    }
}
