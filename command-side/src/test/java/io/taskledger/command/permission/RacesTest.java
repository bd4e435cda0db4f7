package io.taskledger.command.permission;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.taskledger.command.Crowd;
import io.taskledger.command.Deciding;
import io.taskledger.command.LedgerDatabase;
import io.taskledger.command.People;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountCommand.DeleteAccount;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.account.AccountCommand.VerifyEmail;
import io.taskledger.messages.account.AccountRejection.LastAdminOf;
import io.taskledger.messages.account.AccountRejection.UserNotFound;
import io.taskledger.messages.task.CompensateTask;
import io.taskledger.messages.task.DoTogether;
import io.taskledger.messages.task.EditTasks;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.SharingCommand.ShareTask;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskRejection.AlreadyShared;
import io.taskledger.messages.task.TaskRejection.EditedMeanwhile;
import io.taskledger.messages.task.TaskRejection.NotFound;
import io.taskledger.messages.task.TaskRejection.NotPermitted;
import io.taskledger.messages.task.TaskRejection.TasksNotFound;
import io.taskledger.messages.task.TaskRejection.VersionMismatch;
import io.taskledger.messages.task.TaskRejection.Winner;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.ListCommand.AddList;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.MemberCommand.AcceptInvitation;
import io.taskledger.messages.workspace.MemberCommand.InviteByMail;
import io.taskledger.messages.workspace.MemberCommand.InviteUser;
import io.taskledger.messages.workspace.MemberCommand.LeaveWorkspace;
import io.taskledger.messages.workspace.MemberCommand.RemoveMember;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRejection.InvitationNotFound;
import io.taskledger.messages.workspace.WorkspaceRejection.LastAdminStays;
import io.taskledger.messages.workspace.WorkspaceRejection.WorkspaceNotFound;
import io.taskledger.messages.workspace.WorkspaceRole;
import org.axonframework.commandhandling.CommandResultMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static io.taskledger.command.People.ANN;
import static io.taskledger.command.People.BOB;
import static io.taskledger.command.People.CID;
import static io.taskledger.command.People.DAN;
import static org.assertj.core.api.Assertions.assertThat;

/** What two nodes decide at the same moment, and what is decided about more than one stream. */
class RacesTest {

    private static final WorkspaceId TEAM = WorkspaceId.next();

    private LedgerDatabase database;
    private Deciding here;
    private Deciding there;
    private TaskId task;

    @BeforeEach
    void open() {
        database = LedgerDatabase.fresh();
        here = new Deciding(database);
        there = new Deciding(database);
        task = TaskId.next();
        register(ANN, "ann");
        register(BOB, "bob");
        register(CID, "cid");
        done(here, ANN, CreateTask.titled(task, "Water the ferns"));
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        database.close();
    }

    @RepeatedTest(5)
    void of_an_edit_and_a_deletion_at_once_none_is_lost_and_none_comes_after_the_end() throws Exception {
        var edit = new EditTask(task, TaskEdit.nothing().title("Feed the ferns"));

        var answers = Crowd.atOnce(List.<Callable<CommandResultMessage<?>>>of(
                () -> here.send(edit, People.by(ANN)), () -> there.send(new DeleteTask(task), People.by(ANN))));

        assertThat(answers.getLast().isExceptional()).isFalse();
        assertThat(refusal(answers.getFirst())).isIn(null, new NotFound(task));
        assertThat(types(task.text())).last().isEqualTo("task.deleted");
        assertThat(types(task.text())).hasSize(refusal(answers.getFirst()) == null ? 3 : 2);
    }

    @RepeatedTest(5)
    void of_those_who_share_it_with_one_person_at_once_one_does() throws Exception {
        var answers = Crowd.atOnce(IntStream.range(0, 8)
                .<Callable<CommandResultMessage<?>>>mapToObj(n -> () -> (n % 2 == 0 ? here : there)
                        .send(
                                new ShareTask(task, "bob", n % 3 == 0 ? Permission.EDIT : Permission.VIEW),
                                People.by(ANN)))
                .toList());

        assertThat(answers.stream().map(RacesTest::refusal).filter(new AlreadyShared(task, BOB)::equals))
                .hasSize(7);
        assertThat(types(task.text())).containsExactly("task.created", "task.shared");
    }

    @RepeatedTest(5)
    void of_two_admins_who_leave_at_once_one_stays() throws Exception {
        team(WorkspaceRole.ADMIN);

        var answers = Crowd.atOnce(List.<Callable<CommandResultMessage<?>>>of(
                () -> here.send(new LeaveWorkspace(TEAM), People.by(ANN)),
                () -> there.send(new LeaveWorkspace(TEAM), People.by(BOB))));

        assertThat(answers.stream().map(RacesTest::refusal).filter(LastAdminStays.class::isInstance))
                .hasSize(1);
        assertThat(types(TEAM.text())).containsOnlyOnce("workspace.member-left");
    }

    @Test
    void who_was_removed_on_one_node_changes_nothing_on_the_other_though_it_remembers_them() {
        team(WorkspaceRole.EDITOR);
        var ofTeam = new TaskHome(TEAM, ListId.firstOf(TEAM), new Place("G"));
        var teams = TaskId.next();
        done(here, ANN, new CreateTask(teams, ofTeam, "Prune", null, Priority.LOW, null, null, List.of(), false));
        done(there, BOB, new EditTask(teams, TaskEdit.nothing().title("Cut")));

        done(here, ANN, new RemoveMember(TEAM, BOB));

        assertThat(refusal(there.send(new CompleteTask(teams), People.by(BOB)))).isEqualTo(new NotFound(teams));
    }

    @Test
    void members_of_a_team_who_act_at_once_all_get_through() throws Exception {
        team(WorkspaceRole.EDITOR);
        var home = new TaskHome(TEAM, ListId.firstOf(TEAM), new Place("G"));

        var answers = Crowd.atOnce(IntStream.range(0, 16)
                .<Callable<CommandResultMessage<?>>>mapToObj(n -> () -> here.send(
                        new CreateTask(
                                TaskId.next(), home, "Task " + n, null, Priority.LOW, null, null, List.of(), false),
                        People.by(n % 2 == 0 ? ANN : BOB)))
                .toList());

        assertThat(answers).noneMatch(CommandResultMessage::isExceptional);
    }

    @Test
    void the_loser_of_an_edit_is_told_who_won() {
        done(here, ANN, new ShareTask(task, "bob", Permission.EDIT));
        done(there, BOB, new EditTask(task, TaskEdit.nothing().title("Bob's")));

        var late = here.send(new EditTask(task, TaskEdit.nothing().title("Ann's"), 1L), People.by(ANN));

        assertThat(refusal(late)).isEqualTo(new EditedMeanwhile(task, List.of(new Winner("title", "Bob's", BOB))));
    }

    @Test
    void many_tasks_are_edited_as_one() {
        var tasks = Stream.generate(TaskId::next).limit(50).toList();
        tasks.forEach(id -> done(here, ANN, CreateTask.titled(id, "Water")));

        var receipt = done(there, ANN, new EditTasks(tasks, TaskEdit.nothing().completed(true)));

        assertThat(receipt.position()).isEqualTo(database.count("select max(position) from ledger.event"));
        assertThat(database.count("select count(*) from ledger.event where type = 'task.completed'"))
                .isEqualTo(50);
        assertThat(done(here, ANN, new EditTasks(tasks, TaskEdit.nothing().completed(true)))
                        .position())
                .isZero();
    }

    @Test
    void of_many_tasks_none_is_edited_where_one_is_missing_or_not_to_be_edited() {
        var missing = List.of(TaskId.next(), TaskId.next());
        var bobs = TaskId.next();
        done(here, BOB, CreateTask.titled(bobs, "Bob's"));
        var edit = TaskEdit.nothing().title("Feed");

        assertThat(refusal(here.send(
                        new EditTasks(List.of(missing.get(0), task, bobs, missing.get(1)), edit), People.by(ANN))))
                .isEqualTo(new TasksNotFound(List.of(missing.get(0), bobs, missing.get(1))));
        done(here, BOB, new ShareTask(bobs, "ann", Permission.VIEW));
        assertThat(refusal(here.send(new EditTasks(List.of(task, bobs), edit), People.by(ANN))))
                .isEqualTo(new NotPermitted(bobs));
        assertThat(database.count("select count(*) from ledger.event where type = 'task.edited'"))
                .isZero();
    }

    @Test
    void of_what_is_done_together_nothing_is_done_where_one_task_refuses_or_was_changed_since() {
        var bobs = TaskId.next();
        done(here, BOB, CreateTask.titled(bobs, "Bob's"));
        var other = TaskId.next();
        done(here, ANN, CreateTask.titled(other, "Feed"));

        assertThat(refusal(there.send(together(part(task, null), part(bobs, null)), People.by(ANN))))
                .isEqualTo(new NotFound(bobs));
        assertThat(refusal(there.send(together(part(task, 0L), part(other, 7L)), People.by(ANN))))
                .isEqualTo(new VersionMismatch(other, 7, 0));
        assertThat(database.count("select count(*) from ledger.event where type = 'task.completed'"))
                .isZero();
        done(there, ANN, together(part(task, 0L), part(other, 0L)));
        assertThat(database.count("select count(*) from ledger.event where type = 'task.completed'"))
                .isEqualTo(2);
    }

    private static DoTogether together(DoTogether.Part... parts) {
        return new DoTogether(List.of(parts));
    }

    private static DoTogether.Part part(TaskId id, Long version) {
        return new DoTogether.Part(new CompensateTask(id, List.of(new CompleteTask(id))), version);
    }

    @Test
    void many_who_edit_the_same_tasks_at_once_in_any_order_all_get_through() throws Exception {
        var tasks = Stream.generate(TaskId::next).limit(10).toList();
        tasks.forEach(id -> done(here, ANN, CreateTask.titled(id, "Water")));

        var answers = Crowd.atOnce(IntStream.range(0, 8)
                .<Callable<CommandResultMessage<?>>>mapToObj(n -> () -> (n % 2 == 0 ? here : there)
                        .send(
                                new EditTasks(
                                        n % 3 == 0 ? tasks : tasks.reversed(),
                                        TaskEdit.nothing().title("Title " + n)),
                                People.by(ANN)))
                .toList());

        assertThat(answers).noneMatch(CommandResultMessage::isExceptional);
        assertThat(database.count("select count(*) from ledger.event where type = 'task.edited'"))
                .isEqualTo(80);
    }

    @Test
    void who_is_deleted_leaves_their_teams_and_gives_their_names_back() {
        team(WorkspaceRole.ADMIN);

        done(there, ANN, new DeleteAccount(ANN));

        assertThat(types(TEAM.text())).last().isEqualTo("workspace.member-left");
        assertThat(types(WorkspaceId.personalOf(ANN).text())).endsWith("workspace.created", "workspace.member-left");
        assertThat(types(ANN.text())).endsWith("account.workspace-left", "account.deleted");
        assertThat(refusal(here.send(new ShareTask(task, "ann", Permission.VIEW), People.by(ANN))))
                .isEqualTo(new UserNotFound("ann"));
        register(UserId.next(), "ann");
    }

    @Test
    void the_last_admin_of_others_cannot_be_deleted() {
        team(WorkspaceRole.EDITOR);

        assertThat(refusal(there.send(new DeleteAccount(ANN), People.by(ANN))))
                .isEqualTo(new LastAdminOf(List.of("Orchard")));

        done(here, ANN, new RemoveMember(TEAM, BOB));
        done(there, ANN, new DeleteAccount(ANN));
        assertThat(types(BOB.text())).last().isEqualTo("account.workspace-left");
    }

    @Test
    void an_invited_address_is_for_who_proved_to_have_it() {
        var invitation = InvitationId.next();
        done(here, ANN, new CreateWorkspace(TEAM, "Orchard"));
        done(here, ANN, new InviteByMail(TEAM, invitation, "Cid@example.org", WorkspaceRole.EDITOR));

        assertThat(refusal(there.send(new AcceptInvitation(TEAM, invitation), People.by(CID))))
                .isEqualTo(new InvitationNotFound(invitation));
        here.send(new VerifyEmail(CID, "cid@example.org"), Map.of());
        done(there, CID, new AcceptInvitation(TEAM, invitation));
        assertThat(new HashSet<>(types(CID.text()))).contains("account.workspace-joined");
    }

    @Test
    void an_account_of_before_gets_its_workspace_when_it_first_needs_one_and_nobody_elses() {
        var dans = WorkspaceId.personalOf(DAN);
        var list = ListId.next();
        var add = new AddList(dans, list, "Doing", list.firstPlace());

        assertThat(refusal(here.send(add, People.by(ANN)))).isEqualTo(new WorkspaceNotFound(dans));
        assertThat(types(dans.text())).isEmpty();
        done(there, DAN, add);
        assertThat(types(dans.text())).containsExactly("workspace.created", "workspace.list-added");
        done(
                here,
                DAN,
                new CreateTask(
                        TaskId.next(), home(dans, list), "Feed", null, Priority.LOW, null, null, List.of(), false));
    }

    private static TaskHome home(WorkspaceId workspace, ListId list) {
        return new TaskHome(workspace, list, new Place("G"));
    }

    private void team(WorkspaceRole bobs) {
        var invitation = InvitationId.next();
        done(here, ANN, new CreateWorkspace(TEAM, "Orchard"));
        done(here, ANN, new InviteUser(TEAM, invitation, "bob", bobs));
        done(there, BOB, new AcceptInvitation(TEAM, invitation));
    }

    private void register(UserId id, String name) {
        done(here, id, new RegisterUser(id, name, name + "@example.org"));
    }

    private static Receipt done(Deciding node, UserId who, Object command) {
        var answer = node.send(command, People.by(who));
        assertThat(answer.optionalExceptionResult()).isEmpty();
        return (Receipt) answer.getPayload();
    }

    private static @Nullable Rejection refusal(CommandResultMessage<?> answer) {
        return answer.isExceptional() ? ((CommandRejected) answer.exceptionResult()).rejection() : null;
    }

    private List<String> types(String stream) {
        return database.jdbc()
                .sql("select type from ledger.event where stream_id = ? order by sequence_number")
                .param(stream)
                .query(String.class)
                .list();
    }
}
