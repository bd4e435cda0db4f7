package io.taskledger.messages;

import java.util.stream.Stream;

import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceEvent.AddressInvited;
import io.taskledger.messages.workspace.WorkspaceEvent.InvitationDeclined;
import io.taskledger.messages.workspace.WorkspaceEvent.InvitationWithdrawn;
import io.taskledger.messages.workspace.WorkspaceEvent.ListAdded;
import io.taskledger.messages.workspace.WorkspaceEvent.ListMoved;
import io.taskledger.messages.workspace.WorkspaceEvent.ListRemoved;
import io.taskledger.messages.workspace.WorkspaceEvent.ListRenamed;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberJoined;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberLeft;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberRemoved;
import io.taskledger.messages.workspace.WorkspaceEvent.RoleChanged;
import io.taskledger.messages.workspace.WorkspaceEvent.UserInvited;
import io.taskledger.messages.workspace.WorkspaceEvent.WorkspaceCreated;
import io.taskledger.messages.workspace.WorkspaceEvent.WorkspaceRenamed;
import io.taskledger.messages.workspace.WorkspaceRole;

import static io.taskledger.messages.Examples.ANN;
import static io.taskledger.messages.Examples.BOB;
import static io.taskledger.messages.Examples.OF_TEAM;
import static io.taskledger.messages.Examples.TEAM;

/** One example of each event of a workspace. */
final class WorkspaceExamples {

    private static final ListId DOING = new ListId("list-01JZ0000000000000000000007");
    private static final InvitationId INVITATION = new InvitationId("invitation-01JZ0000000000000000000008");

    private WorkspaceExamples() {}

    static Stream<Record> all() {
        return Stream.of(
                new WorkspaceCreated(TEAM, OF_TEAM, ANN, "Gärtnerei"),
                new WorkspaceRenamed(TEAM, OF_TEAM, new Changed<>("Gärtnerei", "Orchard")),
                new ListAdded(TEAM, OF_TEAM, DOING, "Doing", DOING.firstPlace()),
                new ListRenamed(TEAM, OF_TEAM, DOING, new Changed<>(null, "Now")),
                new ListMoved(TEAM, DOING, new Changed<>(new Place("G"), new Place("0Z"))),
                new ListRemoved(TEAM, DOING),
                new UserInvited(TEAM, INVITATION, BOB, WorkspaceRole.EDITOR),
                new AddressInvited(TEAM, OF_TEAM, INVITATION, "bob@example.org", WorkspaceRole.VIEWER),
                new InvitationDeclined(TEAM, INVITATION, BOB),
                new InvitationWithdrawn(TEAM, INVITATION),
                new MemberJoined(TEAM, INVITATION, BOB, WorkspaceRole.EDITOR),
                new RoleChanged(TEAM, BOB, new Changed<>(WorkspaceRole.EDITOR, WorkspaceRole.ADMIN)),
                new MemberRemoved(TEAM, BOB),
                new MemberLeft(TEAM, BOB));
    }
}
