package io.taskledger.command.task;

import java.util.List;
import java.util.Map;

import io.taskledger.command.workspace.Teams;
import io.taskledger.command.workspace.Workspaces;
import io.taskledger.messages.Changed;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountRejection.UserNotFound;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskCommand.AssignTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.MoveTask;
import io.taskledger.messages.task.TaskCommand.RestoreTask;
import io.taskledger.messages.task.TaskCommand.UnassignWithoutAccess;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskEvent.TaskAssigned;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskMoved;
import io.taskledger.messages.task.TaskEvent.TaskRestored;
import io.taskledger.messages.task.TaskEvent.TaskTransferred;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskRejection.AssigneeWithoutAccess;
import io.taskledger.messages.task.TaskRejection.NotFound;
import io.taskledger.messages.task.TaskRejection.NotPermitted;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRejection.ListNotFound;
import io.taskledger.messages.workspace.WorkspaceRejection.RoleTooLow;
import io.taskledger.messages.workspace.WorkspaceRejection.WorkspaceNotFound;
import io.taskledger.messages.workspace.WorkspaceRole;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

import static io.taskledger.command.People.ANN;
import static io.taskledger.command.People.BOB;
import static io.taskledger.command.People.CID;
import static io.taskledger.command.People.by;
import static io.taskledger.command.Refusal.because;
import static io.taskledger.command.task.Tasks.FERNS;
import static io.taskledger.command.workspace.Teams.DOING;
import static io.taskledger.command.workspace.Teams.OF_ORCHARD;
import static io.taskledger.command.workspace.Teams.ORCHARD;
import static io.taskledger.messages.task.Permission.EDIT;
import static io.taskledger.messages.task.Permission.VIEW;

class WhereaboutsTest extends AskedOfTask {

    private static final TaskHome INBOX = TaskHome.inboxOf(ANN, FERNS);
    private static final TaskHome HIGHER = new TaskHome(INBOX.workspaceId(), INBOX.listId(), new Place("01"));
    private static final TaskHome AMONG_THE_TEAMS = new TaskHome(ORCHARD, DOING, new Place("G"));

    /** Cid's team, with Ann as an editor and Bob as a viewer. */
    private static final Workspaces CIDS =
            Teams.with(CID, Map.of(ANN, WorkspaceRole.EDITOR, BOB, WorkspaceRole.VIEWER));

    @Test
    void its_owner_puts_a_task_elsewhere_and_where_it_is_already_is_no_move() {
        given().when(new MoveTask(FERNS, HIGHER), by(ANN))
                .expectEvents(new TaskMoved(FERNS, new Changed<>(INBOX, HIGHER)));
        given().when(new MoveTask(FERNS, INBOX), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_list_that_is_not_there_takes_no_task() {
        var list = ListId.next();

        given().when(new MoveTask(FERNS, new TaskHome(INBOX.workspaceId(), list, new Place("G"))), by(ANN))
                .expectException(because(new ListNotFound(list)))
                .expectNoEvents();
        givenAmong(CIDS)
                .when(new MoveTask(FERNS, new TaskHome(ORCHARD, list, new Place("G"))), by(ANN))
                .expectException(because(new ListNotFound(list)))
                .expectNoEvents();
    }

    @Test
    void the_system_takes_a_task_back_from_whom_it_was_given_to_once_they_do_not_see_it() {
        var bobs = new TaskAssigned(FERNS, new Changed<>(null, BOB));
        var nobodys = new TaskAssigned(FERNS, new Changed<>(BOB, null));
        var moved = new TaskTransferred(
                FERNS, OF_ORCHARD, new Changed<>(INBOX, AMONG_THE_TEAMS), "Water the ferns", null, List.of());
        var withoutBob = Teams.with(CID, Map.of(ANN, WorkspaceRole.EDITOR));

        givenAmong(CIDS, moved, bobs).when(new UnassignWithoutAccess(FERNS)).expectNoEvents();
        givenAmong(withoutBob, moved, bobs)
                .when(new UnassignWithoutAccess(FERNS))
                .expectEvents(nobodys);
        givenAmong(withoutBob, moved, bobs, new TaskDeleted(FERNS))
                .when(new UnassignWithoutAccess(FERNS))
                .expectEvents(nobodys);
        givenAmong(withoutBob, moved, bobs, nobodys)
                .when(new UnassignWithoutAccess(FERNS))
                .expectNoEvents();
        givenAmong(withoutBob, moved, bobs)
                .when(new UnassignWithoutAccess(FERNS), by(ANN))
                .expectException(because(new NotFound(FERNS)));
    }

    @Test
    void out_of_the_trash_a_task_comes_without_whom_it_was_given_to_if_they_do_not_see_it_any_more() {
        var moved = new TaskTransferred(
                FERNS, OF_ORCHARD, new Changed<>(INBOX, AMONG_THE_TEAMS), "Water the ferns", null, List.of());

        givenAmong(
                        Teams.with(CID, Map.of(ANN, WorkspaceRole.EDITOR)),
                        moved,
                        new TaskAssigned(FERNS, new Changed<>(null, BOB)),
                        new TaskDeleted(FERNS))
                .when(new RestoreTask(FERNS), by(CID))
                .expectEvents(new TaskRestored(FERNS), new TaskAssigned(FERNS, new Changed<>(BOB, null)));
    }

    @Test
    void who_may_edit_does_not_move_in_anothers_workspace() {
        given(sharedWith(BOB, EDIT))
                .when(new MoveTask(FERNS, HIGHER), by(BOB))
                .expectException(because(new NotPermitted(FERNS)))
                .expectNoEvents();
    }

    @Test
    void a_task_goes_to_a_team_with_its_texts_and_belongs_to_the_team_from_then_on() {
        givenAmong(CIDS).when(new MoveTask(FERNS, AMONG_THE_TEAMS), by(ANN)).expectEvents(transferred());
        givenAmong(CIDS, transferred())
                .when(new EditTask(FERNS, TaskEdit.nothing().title("Feed the ferns")), by(CID))
                .expectEvents(new TaskEdited(
                        FERNS,
                        OF_ORCHARD,
                        new Changed<>("Water the ferns", "Feed the ferns"),
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void who_goes_without_access_is_not_asked_to_do_it_any_more() {
        givenAmong(CIDS, transferred(), assignedTo(CID))
                .when(new MoveTask(FERNS, INBOX), by(ANN))
                .expectEvents(
                        new TaskTransferred(
                                FERNS,
                                SubjectId.of(ANN),
                                new Changed<>(AMONG_THE_TEAMS, INBOX),
                                "Water the ferns",
                                "Once a week.",
                                List.of("garden")),
                        new TaskAssigned(FERNS, new Changed<>(CID, null)));
    }

    @Test
    void nobody_takes_a_task_where_they_may_not_put_one() {
        givenAmong(Teams.with(CID, Map.of(ANN, WorkspaceRole.VIEWER)))
                .when(new MoveTask(FERNS, AMONG_THE_TEAMS), by(ANN))
                .expectException(because(new RoleTooLow(ORCHARD, WorkspaceRole.EDITOR)));
        givenAmong(Teams.with(CID, Map.of()))
                .when(new MoveTask(FERNS, AMONG_THE_TEAMS), by(ANN))
                .expectException(because(new WorkspaceNotFound(ORCHARD)));
        var bobs = WorkspaceId.personalOf(BOB);
        given().when(new MoveTask(FERNS, new TaskHome(bobs, ListId.firstOf(bobs), new Place("G"))), by(ANN))
                .expectException(because(new WorkspaceNotFound(bobs)))
                .expectNoEvents();
    }

    @Test
    void an_editor_does_not_take_anothers_task_out_of_the_team() {
        var bobs = Teams.with(CID, Map.of(BOB, WorkspaceRole.EDITOR));

        givenAmong(bobs, transferred())
                .when(new MoveTask(FERNS, TaskHome.inboxOf(BOB, FERNS)), by(BOB))
                .expectException(because(new NotPermitted(FERNS)))
                .expectNoEvents();
    }

    @Test
    void a_task_is_made_where_its_maker_may_put_one() {
        var made = new TaskCreated(FERNS, ANN, AMONG_THE_TEAMS, "Feed", null, Priority.LOW, null, null, List.of());
        var command = new CreateTask(FERNS, AMONG_THE_TEAMS, "Feed", null, Priority.LOW, null, null, List.of(), false);

        fixture(CIDS, List.of()).when(command, by(ANN)).expectEvents(made);
        fixture(CIDS, List.of())
                .when(command, by(BOB))
                .expectException(because(new RoleTooLow(ORCHARD, WorkspaceRole.EDITOR)));
        fixture(NO_TEAMS, List.of())
                .when(command, by(ANN))
                .expectException(because(new WorkspaceNotFound(ORCHARD)))
                .expectNoEvents();
    }

    @Test
    void somebody_who_sees_it_is_asked_to_do_it_and_nobody_again() {
        given(sharedWith(BOB, VIEW)).when(new AssignTask(FERNS, "bob"), by(ANN)).expectEvents(assignedTo(BOB));
        given(sharedWith(BOB, VIEW), assignedTo(BOB))
                .when(new AssignTask(FERNS, "bob"), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        given(sharedWith(BOB, VIEW), assignedTo(BOB))
                .when(new AssignTask(FERNS, null), by(ANN))
                .expectEvents(new TaskAssigned(FERNS, new Changed<>(BOB, null)));
        given().when(new AssignTask(FERNS, null), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_new_task_is_whose_turn_its_maker_says() {
        creating("ANN").expectEvents(Tasks.created(), assignedTo(ANN));
        creating("bob").expectException(because(new AssigneeWithoutAccess(FERNS, "bob")));
        creating("nobody").expectException(because(new UserNotFound("nobody"))).expectNoEvents();
    }

    private static ResultValidator<Task> creating(String assignee) {
        var asked = Tasks.create();
        return fixture(NO_TEAMS, List.of())
                .when(
                        new CreateTask(
                                FERNS,
                                null,
                                asked.title(),
                                asked.description(),
                                asked.priority(),
                                asked.dueDate(),
                                asked.dueTime(),
                                asked.tags(),
                                false,
                                assignee),
                        by(ANN));
    }

    @Test
    void nobody_is_asked_to_do_what_they_cannot_see() {
        given().when(new AssignTask(FERNS, "bob"), by(ANN))
                .expectException(because(new AssigneeWithoutAccess(FERNS, "bob")));
        given().when(new AssignTask(FERNS, "nobody"), by(ANN))
                .expectException(because(new UserNotFound("nobody")))
                .expectNoEvents();
    }

    private static TaskTransferred transferred() {
        return new TaskTransferred(
                FERNS,
                OF_ORCHARD,
                new Changed<>(INBOX, AMONG_THE_TEAMS),
                "Water the ferns",
                "Once a week.",
                List.of("garden"));
    }

    private static TaskAssigned assignedTo(UserId person) {
        return new TaskAssigned(FERNS, new Changed<>(null, person));
    }
}
