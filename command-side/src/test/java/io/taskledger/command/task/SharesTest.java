package io.taskledger.command.task;

import java.util.stream.IntStream;

import io.taskledger.messages.Changed;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountRejection.UserNotFound;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.SharingCommand.ChangePermission;
import io.taskledger.messages.task.SharingCommand.LeaveTask;
import io.taskledger.messages.task.SharingCommand.RevokeShare;
import io.taskledger.messages.task.SharingCommand.ShareTask;
import io.taskledger.messages.task.SharingEvent.PermissionChanged;
import io.taskledger.messages.task.SharingEvent.ShareRevoked;
import io.taskledger.messages.task.SharingEvent.TaskLeft;
import io.taskledger.messages.task.TaskEvent.TaskAssigned;
import io.taskledger.messages.task.TaskRejection.AlreadyShared;
import io.taskledger.messages.task.TaskRejection.NotFound;
import io.taskledger.messages.task.TaskRejection.NotPermitted;
import io.taskledger.messages.task.TaskRejection.NotShared;
import io.taskledger.messages.task.TaskRejection.Part;
import io.taskledger.messages.task.TaskRejection.SharedWithOneself;
import io.taskledger.messages.task.TaskRejection.TooManyParts;
import org.junit.jupiter.api.Test;

import static io.taskledger.command.People.ANN;
import static io.taskledger.command.People.BOB;
import static io.taskledger.command.People.CID;
import static io.taskledger.command.People.by;
import static io.taskledger.command.Refusal.because;
import static io.taskledger.command.task.Tasks.FERNS;
import static io.taskledger.messages.task.Permission.EDIT;
import static io.taskledger.messages.task.Permission.VIEW;

class SharesTest extends AskedOfTask {

    @Test
    void its_owner_shares_a_task_whatever_the_spelling_of_the_name() {
        given().when(new ShareTask(FERNS, "BOB", EDIT), by(ANN)).expectEvents(sharedWith(BOB, EDIT));
    }

    @Test
    void it_is_shared_with_one_person_once_and_the_permission_stays() {
        given(sharedWith(BOB, VIEW))
                .when(new ShareTask(FERNS, "bob", EDIT), by(ANN))
                .expectException(because(new AlreadyShared(FERNS, BOB)))
                .expectNoEvents();
    }

    @Test
    void it_is_shared_with_others_who_are_there() {
        given().when(new ShareTask(FERNS, "ann", VIEW), by(ANN))
                .expectException(because(new SharedWithOneself(FERNS)))
                .expectNoEvents();
        given().when(new ShareTask(FERNS, "nobody", VIEW), by(ANN))
                .expectException(because(new UserNotFound("nobody")))
                .expectNoEvents();
    }

    @Test
    void who_may_edit_does_not_share() {
        given(sharedWith(BOB, EDIT))
                .when(new ShareTask(FERNS, "cid", VIEW), by(BOB))
                .expectException(because(new NotPermitted(FERNS)))
                .expectNoEvents();
    }

    @Test
    void a_task_is_shared_with_200_people_at_most() {
        var crowd = IntStream.range(0, 200)
                .mapToObj(_ -> sharedWith(UserId.next(), VIEW))
                .toArray();

        given(crowd)
                .when(new ShareTask(FERNS, "bob", VIEW), by(ANN))
                .expectException(because(new TooManyParts(FERNS, Part.SHARE, 200)))
                .expectNoEvents();
    }

    @Test
    void its_owner_changes_what_somebody_may_do() {
        given(sharedWith(BOB, VIEW))
                .when(new ChangePermission(FERNS, "bob", EDIT), by(ANN))
                .expectEvents(new PermissionChanged(FERNS, BOB, new Changed<>(VIEW, EDIT)));
        given(sharedWith(BOB, VIEW))
                .when(new ChangePermission(FERNS, "bob", VIEW), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_is_not_shared_cannot_be_changed_nor_revoked() {
        var refusal = because(new NotShared(FERNS, "bob"));

        given().when(new ChangePermission(FERNS, "bob", EDIT), by(ANN)).expectException(refusal);
        given().when(new RevokeShare(FERNS, "bob"), by(ANN)).expectException(refusal);
        given(sharedWith(BOB, EDIT), new ShareRevoked(FERNS, BOB))
                .when(new RevokeShare(FERNS, "bob"), by(ANN))
                .expectException(refusal)
                .expectNoEvents();
        given().when(new ChangePermission(FERNS, "nobody", EDIT), by(ANN))
                .expectException(because(new UserNotFound("nobody")));
        given().when(new RevokeShare(FERNS, "nobody"), by(ANN))
                .expectException(because(new NotShared(FERNS, "nobody")));
    }

    @Test
    void who_is_revoked_is_not_asked_to_do_it_any_more() {
        given(sharedWith(BOB, EDIT), assignedTo(BOB))
                .when(new RevokeShare(FERNS, "bob"), by(ANN))
                .expectEvents(new ShareRevoked(FERNS, BOB), new TaskAssigned(FERNS, new Changed<>(BOB, null)));
    }

    @Test
    void who_it_is_shared_with_leaves_and_knows_it_no_more() {
        given(sharedWith(BOB, VIEW), assignedTo(BOB))
                .when(new LeaveTask(FERNS), by(BOB))
                .expectEvents(new TaskLeft(FERNS, BOB), new TaskAssigned(FERNS, new Changed<>(BOB, null)));
        given(sharedWith(BOB, VIEW), new TaskLeft(FERNS, BOB))
                .when(new LeaveTask(FERNS), by(BOB))
                .expectException(because(new NotFound(FERNS)))
                .expectNoEvents();
    }

    @Test
    void its_owner_cannot_leave() {
        given().when(new LeaveTask(FERNS), by(ANN))
                .expectException(because(new NotShared(FERNS, null)))
                .expectNoEvents();
    }

    @Test
    void who_left_can_be_asked_again() {
        given(sharedWith(CID, Permission.EDIT), new TaskLeft(FERNS, CID))
                .when(new ShareTask(FERNS, "cid", VIEW), by(ANN))
                .expectEvents(sharedWith(CID, VIEW));
    }

    private static TaskAssigned assignedTo(UserId person) {
        return new TaskAssigned(FERNS, new Changed<>(null, person));
    }
}
