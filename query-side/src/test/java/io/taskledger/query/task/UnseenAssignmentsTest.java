package io.taskledger.query.task;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.taskledger.messages.Actor;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.task.AssignedUnseen;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.SharingCommand.ShareTask;
import io.taskledger.messages.task.TaskCommand.AssignTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.ListAssignedUnseen;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.MemberCommand.AcceptInvitation;
import io.taskledger.messages.workspace.MemberCommand.InviteUser;
import io.taskledger.messages.workspace.MemberCommand.RemoveMember;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ProjectionProgress;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands that are decided for real, and what the system finds afterwards. */
class UnseenAssignmentsTest {

    private final UnseenAssignments unseen = ReadSide.bean(UnseenAssignments.class);
    private final Actor ann = registered();
    private final Actor bob = registered();
    private final WorkspaceId team = WorkspaceId.next();
    private final TaskId ferns = TaskId.next();
    private final TaskId moss = TaskId.next();

    @Test
    void what_was_given_to_a_member_who_left_is_found_unless_they_see_it_another_way() {
        var invitation = InvitationId.next();
        send(ann, new CreateWorkspace(team, "Garden"));
        send(ann, new InviteUser(team, invitation, name(bob), WorkspaceRole.EDITOR));
        send(bob, new AcceptInvitation(team, invitation));
        give(ferns);
        give(moss);
        send(ann, new ShareTask(moss, name(bob), Permission.VIEW));
        var before = looked(0);
        assertThat(before.tasks()).doesNotContain(ferns, moss);

        send(ann, new RemoveMember(team, bob.userId()));

        var after = looked(before.upTo());
        assertThat(after.tasks()).contains(ferns).doesNotContain(moss);
        assertThat(after.upTo()).isGreaterThan(before.upTo());
        assertThat(looked(after.upTo()).tasks()).as("nobody left since").isEmpty();
        assertThat(looked(0).tasks()).as("of all").contains(ferns);
        assertThat(unseen.handle(new ListAssignedUnseen(0, 100), ann.userId().text()))
                .as("for an actor")
                .isEqualTo(new AssignedUnseen(0, List.of()));
    }

    @Test
    void where_there_are_more_than_asked_for_one_looks_again_from_the_same_position() {
        var invitation = InvitationId.next();
        send(ann, new CreateWorkspace(team, "Garden"));
        send(ann, new InviteUser(team, invitation, name(bob), WorkspaceRole.EDITOR));
        send(bob, new AcceptInvitation(team, invitation));
        give(ferns);
        var before = looked(0);
        send(ann, new RemoveMember(team, bob.userId()));

        assertThat(unseen.handle(new ListAssignedUnseen(before.upTo(), 1), null))
                .returns(before.upTo(), AssignedUnseen::upTo)
                .extracting(AssignedUnseen::tasks)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
    }

    private AssignedUnseen looked(long since) {
        return unseen.handle(new ListAssignedUnseen(since, 1_000), null);
    }

    private void give(TaskId task) {
        var home = new TaskHome(team, ListId.firstOf(team), Place.ofAge(task.text()));
        send(ann, new CreateTask(task, home, "Water", null, Priority.MEDIUM, null, null, List.of(), false));
        send(ann, new AssignTask(task, name(bob)));
    }

    private static Actor registered() {
        var somebody = People.somebody();
        send(somebody, new RegisterUser(somebody.userId(), name(somebody), name(somebody) + "@example.org"));
        return somebody;
    }

    /** Unlike any other test's. */
    private static String name(Actor who) {
        return "u_" + who.userId().text().substring(5).toLowerCase(Locale.ROOT);
    }

    private static void send(Actor actor, Object command) {
        var position = People.send(actor, command);
        var progress = ReadSide.bean(ProjectionProgress.class);
        for (var projection : List.of(Projection.TASKS, Projection.ACCOUNTS, Projection.WORKSPACES)) {
            assertThat(progress.await(projection, position, Duration.ofSeconds(10)))
                    .isTrue();
        }
    }
}
