package io.taskledger.command.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.taskledger.command.workspace.WorkspaceTest.KnownAccounts;
import io.taskledger.messages.Changed;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountRejection.UserNotFound;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.MemberCommand.AcceptInvitation;
import io.taskledger.messages.workspace.MemberCommand.ChangeRole;
import io.taskledger.messages.workspace.MemberCommand.DeclineInvitation;
import io.taskledger.messages.workspace.MemberCommand.InviteByMail;
import io.taskledger.messages.workspace.MemberCommand.InviteUser;
import io.taskledger.messages.workspace.MemberCommand.LeaveWorkspace;
import io.taskledger.messages.workspace.MemberCommand.RemoveMember;
import io.taskledger.messages.workspace.MemberCommand.WithdrawInvitation;
import io.taskledger.messages.workspace.WorkspaceEvent;
import io.taskledger.messages.workspace.WorkspaceEvent.AddressInvited;
import io.taskledger.messages.workspace.WorkspaceEvent.InvitationDeclined;
import io.taskledger.messages.workspace.WorkspaceEvent.InvitationWithdrawn;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberJoined;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberLeft;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberRemoved;
import io.taskledger.messages.workspace.WorkspaceEvent.RoleChanged;
import io.taskledger.messages.workspace.WorkspaceEvent.UserInvited;
import io.taskledger.messages.workspace.WorkspaceRejection.AlreadyInvited;
import io.taskledger.messages.workspace.WorkspaceRejection.AlreadyMember;
import io.taskledger.messages.workspace.WorkspaceRejection.InvitationNotFound;
import io.taskledger.messages.workspace.WorkspaceRejection.LastAdminStays;
import io.taskledger.messages.workspace.WorkspaceRejection.MemberNotFound;
import io.taskledger.messages.workspace.WorkspaceRejection.RoleTooLow;
import io.taskledger.messages.workspace.WorkspaceRejection.TooManyMembers;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.messages.workspace.WorkspaceRules;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.taskledger.command.People.ANN;
import static io.taskledger.command.People.BOB;
import static io.taskledger.command.People.CID;
import static io.taskledger.command.People.by;
import static io.taskledger.command.Refusal.because;
import static io.taskledger.command.workspace.Teams.INVITATION;
import static io.taskledger.command.workspace.Teams.OF_ORCHARD;
import static io.taskledger.command.workspace.Teams.ORCHARD;
import static io.taskledger.messages.workspace.WorkspaceRole.ADMIN;
import static io.taskledger.messages.workspace.WorkspaceRole.EDITOR;
import static io.taskledger.messages.workspace.WorkspaceRole.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

class MembersTest {

    private static final InvitationId ANOTHER = new InvitationId("invitation-01JZ00000000000000000000V2");
    private static final UserInvited BOB_INVITED = new UserInvited(ORCHARD, INVITATION, BOB, EDITOR);
    private static final AddressInvited BOBS_ADDRESS_INVITED =
            new AddressInvited(ORCHARD, OF_ORCHARD, INVITATION, "Bob@Example.org", VIEWER);

    private KnownAccounts accounts;
    private AggregateTestFixture<Workspace> fixture;

    @BeforeEach
    void anew() {
        accounts = new KnownAccounts();
        fixture = new AggregateTestFixture<>(Workspace.class);
        fixture.registerInjectableResource(accounts);
    }

    private TestExecutor<Workspace> given(WorkspaceEvent... events) {
        anew();
        var all = new ArrayList<WorkspaceEvent>(List.of(Teams.created(ANN)));
        all.addAll(List.of(events));
        return fixture.given(all);
    }

    private static MemberJoined joined(UserId who, WorkspaceRole role) {
        return Teams.joined(who, role);
    }

    @Test
    void an_admin_invites_a_user_once() {
        var command = new InviteUser(ORCHARD, INVITATION, "bob", EDITOR);

        given().when(command, by(ANN)).expectEvents(BOB_INVITED);
        given(BOB_INVITED).when(command, by(ANN)).expectNoEvents().expectSuccessfulHandlerExecution();
    }

    @Test
    void only_somebody_who_is_there_and_no_member_and_not_invited_can_be_invited() {
        given().when(new InviteUser(ORCHARD, INVITATION, "nobody", EDITOR), by(ANN))
                .expectException(because(new UserNotFound("nobody")));
        given(joined(BOB, VIEWER))
                .when(new InviteUser(ORCHARD, INVITATION, "bob", EDITOR), by(ANN))
                .expectException(because(new AlreadyMember(BOB)));
        given(BOB_INVITED)
                .when(new InviteUser(ORCHARD, ANOTHER, "bob", EDITOR), by(ANN))
                .expectException(because(new AlreadyInvited(INVITATION)));
    }

    @Test
    void an_editor_invites_nobody() {
        given(joined(BOB, EDITOR))
                .when(new InviteUser(ORCHARD, INVITATION, "cid", EDITOR), by(BOB))
                .expectException(because(new RoleTooLow(ORCHARD, ADMIN)));
        given(joined(BOB, EDITOR))
                .when(new InviteByMail(ORCHARD, INVITATION, "cid@example.org", EDITOR), by(BOB))
                .expectException(because(new RoleTooLow(ORCHARD, ADMIN)));
    }

    @Test
    void a_workspace_has_500_members_at_most_with_those_invited() {
        var full = IntStream.range(1, WorkspaceRules.MEMBERS_LIMIT)
                .mapToObj(_ -> new UserInvited(ORCHARD, InvitationId.next(), UserId.next(), VIEWER))
                .toArray(WorkspaceEvent[]::new);

        given(full)
                .when(new InviteUser(ORCHARD, INVITATION, "bob", EDITOR), by(ANN))
                .expectException(because(new TooManyMembers(WorkspaceRules.MEMBERS_LIMIT)));
    }

    @Test
    void an_admin_invites_an_address_once_in_any_spelling() {
        var command = new InviteByMail(ORCHARD, INVITATION, "Bob@Example.org", VIEWER);

        given().when(command, by(ANN)).expectEvents(BOBS_ADDRESS_INVITED);
        given(BOBS_ADDRESS_INVITED).when(command, by(ANN)).expectNoEvents().expectSuccessfulHandlerExecution();
        given(BOBS_ADDRESS_INVITED)
                .when(new InviteByMail(ORCHARD, ANOTHER, "bob@example.org", VIEWER), by(ANN))
                .expectException(because(new AlreadyInvited(INVITATION)));
    }

    @Test
    void who_was_invited_joins_in_the_role_that_was_offered_and_their_account_knows() {
        given(BOB_INVITED)
                .when(new AcceptInvitation(ORCHARD, INVITATION), by(BOB))
                .expectEvents(joined(BOB, EDITOR));

        assertThat(accounts.told).containsExactly("joined " + BOB + " " + ORCHARD);
    }

    @Test
    void who_proved_to_have_the_address_joins() {
        given(BOBS_ADDRESS_INVITED)
                .when(new AcceptInvitation(ORCHARD, INVITATION), by(BOB))
                .expectEvents(joined(BOB, VIEWER));
        given(BOBS_ADDRESS_INVITED)
                .when(new AcceptInvitation(ORCHARD, INVITATION), by(CID))
                .expectException(because(new InvitationNotFound(INVITATION)))
                .expectNoEvents();
    }

    @Test
    void an_invitation_is_for_one_person_and_one_time() {
        given(BOB_INVITED)
                .when(new AcceptInvitation(ORCHARD, INVITATION), by(CID))
                .expectException(because(new InvitationNotFound(INVITATION)));
        given(BOB_INVITED, joined(BOB, EDITOR))
                .when(new AcceptInvitation(ORCHARD, INVITATION), by(BOB))
                .expectException(because(new InvitationNotFound(INVITATION)));
        given(BOB_INVITED, new InvitationWithdrawn(ORCHARD, INVITATION))
                .when(new AcceptInvitation(ORCHARD, INVITATION), by(BOB))
                .expectException(because(new InvitationNotFound(INVITATION)));
    }

    @Test
    void a_member_who_is_invited_by_mail_as_well_does_not_join_twice() {
        given(new AddressInvited(ORCHARD, OF_ORCHARD, ANOTHER, "bob@example.org", ADMIN), joined(BOB, VIEWER))
                .when(new AcceptInvitation(ORCHARD, ANOTHER), by(BOB))
                .expectException(because(new AlreadyMember(BOB)))
                .expectNoEvents();
    }

    @Test
    void who_was_invited_may_decline() {
        given(BOB_INVITED)
                .when(new DeclineInvitation(ORCHARD, INVITATION), by(BOB))
                .expectEvents(new InvitationDeclined(ORCHARD, INVITATION, BOB));
        given(BOB_INVITED)
                .when(new DeclineInvitation(ORCHARD, INVITATION), by(CID))
                .expectException(because(new InvitationNotFound(INVITATION)));
        given(BOB_INVITED, new InvitationDeclined(ORCHARD, INVITATION, BOB))
                .when(new DeclineInvitation(ORCHARD, INVITATION), by(BOB))
                .expectException(because(new InvitationNotFound(INVITATION)));
    }

    @Test
    void an_admin_withdraws_an_invitation() {
        given(BOB_INVITED)
                .when(new WithdrawInvitation(ORCHARD, INVITATION), by(ANN))
                .expectEvents(new InvitationWithdrawn(ORCHARD, INVITATION));
        given().when(new WithdrawInvitation(ORCHARD, INVITATION), by(ANN))
                .expectException(because(new InvitationNotFound(INVITATION)));
        given(BOB_INVITED, new MemberJoined(ORCHARD, ANOTHER, CID, EDITOR))
                .when(new WithdrawInvitation(ORCHARD, INVITATION), by(CID))
                .expectException(because(new RoleTooLow(ORCHARD, ADMIN)));
    }

    @Test
    void an_admin_changes_a_role() {
        given(joined(BOB, VIEWER))
                .when(new ChangeRole(ORCHARD, BOB, ADMIN), by(ANN))
                .expectEvents(new RoleChanged(ORCHARD, BOB, new Changed<>(VIEWER, ADMIN)));
        given(joined(BOB, VIEWER))
                .when(new ChangeRole(ORCHARD, BOB, VIEWER), by(ANN))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        given(joined(BOB, VIEWER))
                .when(new ChangeRole(ORCHARD, BOB, ADMIN), by(BOB))
                .expectException(because(new RoleTooLow(ORCHARD, ADMIN)));
        given().when(new ChangeRole(ORCHARD, BOB, ADMIN), by(ANN)).expectException(because(new MemberNotFound(BOB)));
    }

    @Test
    void an_admin_removes_a_member_and_their_account_knows() {
        given(joined(BOB, EDITOR))
                .when(new RemoveMember(ORCHARD, BOB), by(ANN))
                .expectEvents(new MemberRemoved(ORCHARD, BOB));

        assertThat(accounts.told).containsExactly("left " + BOB + " " + ORCHARD);
        given(joined(BOB, EDITOR), new MemberRemoved(ORCHARD, BOB))
                .when(new RemoveMember(ORCHARD, BOB), by(ANN))
                .expectException(because(new MemberNotFound(BOB)));
        given(joined(BOB, EDITOR))
                .when(new RemoveMember(ORCHARD, ANN), by(BOB))
                .expectException(because(new RoleTooLow(ORCHARD, ADMIN)));
    }

    @Test
    void a_member_leaves_and_their_account_knows() {
        given(joined(BOB, VIEWER))
                .when(new LeaveWorkspace(ORCHARD), by(BOB))
                .expectEvents(new MemberLeft(ORCHARD, BOB));

        assertThat(accounts.told).containsExactly("left " + BOB + " " + ORCHARD);
    }

    @Test
    void the_last_admin_stays_one() {
        var refusal = because(new LastAdminStays(ANN));

        given(joined(BOB, EDITOR)).when(new LeaveWorkspace(ORCHARD), by(ANN)).expectException(refusal);
        given(joined(BOB, EDITOR)).when(new RemoveMember(ORCHARD, ANN), by(ANN)).expectException(refusal);
        given(joined(BOB, EDITOR))
                .when(new ChangeRole(ORCHARD, ANN, EDITOR), by(ANN))
                .expectException(refusal);
        given(joined(BOB, ADMIN)).when(new LeaveWorkspace(ORCHARD), by(ANN)).expectEvents(new MemberLeft(ORCHARD, ANN));
    }
}
