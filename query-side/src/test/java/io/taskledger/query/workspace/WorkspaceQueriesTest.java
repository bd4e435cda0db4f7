package io.taskledger.query.workspace;

import java.util.Locale;
import java.util.Optional;

import io.taskledger.messages.Actor;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.account.AccountCommand.VerifyEmail;
import io.taskledger.messages.account.AccountQuery.SearchUsers;
import io.taskledger.messages.account.FoundUser;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.ListCommand.AddList;
import io.taskledger.messages.workspace.ListCommand.MoveList;
import io.taskledger.messages.workspace.ListCommand.RemoveList;
import io.taskledger.messages.workspace.ListCommand.RenameList;
import io.taskledger.messages.workspace.ListDetails;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.MemberCommand.AcceptInvitation;
import io.taskledger.messages.workspace.MemberCommand.ChangeRole;
import io.taskledger.messages.workspace.MemberCommand.DeclineInvitation;
import io.taskledger.messages.workspace.MemberCommand.InviteByMail;
import io.taskledger.messages.workspace.MemberCommand.InviteUser;
import io.taskledger.messages.workspace.MemberCommand.LeaveWorkspace;
import io.taskledger.messages.workspace.MemberCommand.RemoveMember;
import io.taskledger.messages.workspace.MemberCommand.WithdrawInvitation;
import io.taskledger.messages.workspace.MemberDetails;
import io.taskledger.messages.workspace.OpenInvitation;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceCommand.RenameWorkspace;
import io.taskledger.messages.workspace.WorkspaceDetails;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceQuery.FindListPlace;
import io.taskledger.messages.workspace.WorkspaceQuery.FindRole;
import io.taskledger.messages.workspace.WorkspaceQuery.FindWorkspace;
import io.taskledger.messages.workspace.WorkspaceQuery.ListOwnInvitations;
import io.taskledger.messages.workspace.WorkspaceQuery.ListWorkspaces;
import io.taskledger.messages.workspace.WorkspaceQuery.Side;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.account.AskAccounts;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ProjectionProgress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Commands that are decided for real, and what their makers and others are told afterwards. */
class WorkspaceQueriesTest {

    private final WorkspaceQueries queries = ReadSide.bean(WorkspaceQueries.class);
    private final Actor ann = registered();
    private final Actor ben = registered();
    private final Actor stranger = registered();
    private final WorkspaceId team = WorkspaceId.next();

    @Test
    void everybody_has_a_personal_workspace_first_also_before_anything_is_in_the_ledger() {
        var somebody = People.somebody();
        var own = WorkspaceId.personalOf(somebody.userId());

        assertThat(queries.handle(new ListWorkspaces(), somebody))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.workspaceId()).isEqualTo(own);
                    assertThat(one.personal()).isTrue();
                    assertThat(one.name()).isNull();
                    assertThat(one.role()).isEqualTo(WorkspaceRole.ADMIN);
                    assertThat(one.lists()).extracting(ListDetails::listId).containsExactly(ListId.firstOf(own));
                });
        assertThat(queries.handle(new FindWorkspace(own), somebody))
                .get()
                .extracting(WorkspaceDetails::version)
                .isEqualTo(-1L);
        assertThat(queries.handle(new FindWorkspace(own), ann)).isEmpty();
        var list = ListId.next();
        send(somebody, new AddList(own, list, "Later", list.firstPlace()));
        assertThat(queries.handle(new ListWorkspaces(), somebody))
                .singleElement()
                .satisfies(one -> assertThat(one.lists())
                        .extracting(ListDetails::listId)
                        .containsExactly(ListId.firstOf(own), list));
    }

    @Test
    void a_team_is_told_with_ones_own_role_after_the_personal_one() {
        team();
        join(ben, WorkspaceRole.VIEWER);
        send(ann, new RenameWorkspace(team, "Crew"));

        assertThat(queries.handle(new ListWorkspaces(), ben))
                .extracting(WorkspaceSummary::name, WorkspaceSummary::role, WorkspaceSummary::personal)
                .containsExactly(tuple(null, WorkspaceRole.ADMIN, true), tuple("Crew", WorkspaceRole.VIEWER, false));
        assertThat(queries.handle(new FindWorkspace(team), ann).orElseThrow().members())
                .containsExactlyInAnyOrder(
                        new MemberDetails(ann.userId(), name(ann), WorkspaceRole.ADMIN),
                        new MemberDetails(ben.userId(), name(ben), WorkspaceRole.VIEWER));
    }

    @Test
    void a_workspace_of_others_is_like_a_missing_one() {
        team();

        assertThat(queries.handle(new ListWorkspaces(), stranger)).hasSize(1);
        assertThat(queries.handle(new FindWorkspace(team), stranger)).isEmpty();
        assertThat(queries.handle(new FindRole(team, ann.userId()), stranger)).isEmpty();
        assertThat(queries.handle(place(ListId.next(), Side.AFTER, ListId.firstOf(team)), stranger))
                .isEmpty();
    }

    @Test
    void who_left_or_was_removed_is_told_nothing_more() {
        team();
        join(ben, WorkspaceRole.ADMIN);
        join(stranger, WorkspaceRole.EDITOR);
        send(ben, new RemoveMember(team, stranger.userId()));
        send(ann, new LeaveWorkspace(team));

        assertThat(queries.handle(new FindWorkspace(team), stranger)).isEmpty();
        assertThat(queries.handle(new FindWorkspace(team), ann)).isEmpty();
        assertThat(queries.handle(new FindWorkspace(team), ben).orElseThrow().members())
                .extracting(MemberDetails::userId)
                .containsExactly(ben.userId());
        join(ben, stranger, WorkspaceRole.VIEWER);
        assertThat(queries.handle(new FindRole(team, stranger.userId()), ben)).contains(WorkspaceRole.VIEWER);
        send(ben, new ChangeRole(team, stranger.userId(), WorkspaceRole.EDITOR));
        assertThat(queries.handle(new FindRole(team, stranger.userId()), stranger))
                .contains(WorkspaceRole.EDITOR);
    }

    @Test
    void lists_stand_in_their_order_under_their_names_and_removed_ones_are_gone() {
        team();
        var todo = add("To do");
        var doing = add("Doing");
        var done = add("Done");
        send(ann, new RenameList(team, ListId.firstOf(team), "Inbox"));
        send(ann, new MoveList(team, done, placed(done, Side.BEFORE, todo)));
        send(ann, new RemoveList(team, doing));

        assertThat(queries.handle(new FindWorkspace(team), ann)
                        .orElseThrow()
                        .summary()
                        .lists())
                .extracting(ListDetails::name)
                .containsExactly("Inbox", "Done", "To do");
    }

    @Test
    void a_place_is_between_its_neighbours_and_at_the_end_where_none_is_named() {
        team();
        var first = ListId.firstOf(team);
        var todo = add("To do");
        var done = add("Done");
        var fresh = ListId.next();

        assertThat(placed(fresh, Side.AFTER, first)).isBetween(first.firstPlace(), todo.firstPlace());
        assertThat(placed(fresh, Side.BEFORE, done)).isBetween(todo.firstPlace(), done.firstPlace());
        assertThat(placed(fresh, Side.BEFORE, first)).isLessThan(first.firstPlace());
        assertThat(placed(done, Side.AFTER, todo)).isGreaterThan(todo.firstPlace());
        assertThat(queries.handle(place(fresh, Side.AFTER, null), ann)).contains(fresh.firstPlace());
        send(ann, new MoveList(team, first, new Place("Y")));
        assertThat(queries.handle(place(fresh, Side.AFTER, null), ann).orElseThrow())
                .isGreaterThan(new Place("Y"));
        assertThat(queries.handle(place(fresh, Side.AFTER, ListId.next()), ann)).isEmpty();
    }

    @Test
    void two_lists_at_one_place_leave_room_on_both_sides() {
        team();
        var first = ListId.firstOf(team);
        var one = add("One");
        var other = add("Other");
        send(ann, new MoveList(team, other, one.firstPlace()));

        assertThat(placed(ListId.next(), Side.AFTER, one)).isGreaterThan(one.firstPlace());
        assertThat(placed(ListId.next(), Side.BEFORE, other)).isBetween(first.firstPlace(), one.firstPlace());
    }

    @Test
    void open_invitations_are_told_to_admins_and_to_whom_they_are_for() {
        team();
        join(ben, WorkspaceRole.EDITOR);
        var invited = invite(stranger, WorkspaceRole.VIEWER);

        assertThat(queries.handle(new FindWorkspace(team), ann).orElseThrow().invitations())
                .extracting(OpenInvitation::invitationId, OpenInvitation::username)
                .containsExactly(tuple(invited, name(stranger)));
        assertThat(queries.handle(new FindWorkspace(team), ben).orElseThrow().invitations())
                .isEmpty();
        assertThat(queries.handle(new ListOwnInvitations(), stranger))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.workspaceId()).isEqualTo(team);
                    assertThat(one.workspaceName()).isEqualTo("Team");
                    assertThat(one.role()).isEqualTo(WorkspaceRole.VIEWER);
                });
        send(stranger, new DeclineInvitation(team, invited));
        assertThat(queries.handle(new ListOwnInvitations(), stranger)).isEmpty();
        var again = invite(stranger, WorkspaceRole.VIEWER);
        send(ann, new WithdrawInvitation(team, again));
        assertThat(queries.handle(new ListOwnInvitations(), stranger)).isEmpty();
        assertThat(queries.handle(new FindWorkspace(team), ann).orElseThrow().invitations())
                .isEmpty();
    }

    @Test
    void an_invited_address_is_told_only_to_who_proved_to_have_it_and_forgotten_once_answered() {
        team();
        var invitation = InvitationId.next();
        send(ann, new InviteByMail(team, invitation, mail(stranger).toUpperCase(Locale.ROOT), WorkspaceRole.EDITOR));
        assertThat(queries.handle(new ListOwnInvitations(), stranger)).isEmpty();

        prove(stranger);

        assertThat(queries.handle(new ListOwnInvitations(), stranger))
                .extracting(OpenInvitation::invitationId)
                .containsExactly(invitation);
        assertThat(queries.handle(new ListOwnInvitations(), ben)).isEmpty();
        send(ann, new WithdrawInvitation(team, invitation));
        assertThat(emailOf(invitation)).isEmpty();
    }

    @Test
    void people_are_found_by_a_part_of_their_name_and_never_by_an_address() {
        var part = name(ben).substring(2).toUpperCase(Locale.ROOT);
        var users = new AskAccounts();

        assertThat(users.search(new SearchUsers(part, 10), ann))
                .contains(new FoundUser(ben.userId(), name(ben)))
                .extracting(FoundUser::userId)
                .doesNotContain(ann.userId());
        assertThat(users.search(new SearchUsers(name(ann), 10), ann)).isEmpty();
        assertThat(users.search(new SearchUsers("%", 10), ann)).isEmpty();
        assertThat(users.search(new SearchUsers("@example", 10), ann)).isEmpty();
        assertThat(users.search(new SearchUsers("p", 1), ann)).hasSize(1);
    }

    private void team() {
        send(ann, new CreateWorkspace(team, "Team"));
    }

    private ListId add(String name) {
        var list = ListId.next();
        send(ann, new AddList(team, list, name, list.firstPlace()));
        return list;
    }

    private void join(Actor who, WorkspaceRole role) {
        join(ann, who, role);
    }

    private void join(Actor admin, Actor who, WorkspaceRole role) {
        var invitation = InvitationId.next();
        send(admin, new InviteUser(team, invitation, name(who), role));
        send(who, new AcceptInvitation(team, invitation));
    }

    private InvitationId invite(Actor who, WorkspaceRole role) {
        var invitation = InvitationId.next();
        send(ann, new InviteUser(team, invitation, name(who), role));
        return invitation;
    }

    private FindListPlace place(ListId list, Side side, @Nullable ListId neighbour) {
        return new FindListPlace(team, list, side, neighbour);
    }

    private Place placed(ListId list, Side side, ListId neighbour) {
        return queries.handle(place(list, side, neighbour), ann).orElseThrow();
    }

    private static Actor registered() {
        var somebody = People.somebody();
        send(somebody, new RegisterUser(somebody.userId(), name(somebody), mail(somebody)));
        return somebody;
    }

    /** Unlike any other test's. */
    private static String name(Actor who) {
        return "p_" + who.userId().text().substring(5).toLowerCase(Locale.ROOT);
    }

    private static String mail(Actor who) {
        return who.userId().text().substring(5) + "@example.org";
    }

    private static Optional<String> emailOf(InvitationId invitation) {
        return ReadSide.bean(JdbcClient.class)
                .sql("select email from workspaces_v1.invitation where id = :id and email is not null")
                .param("id", invitation.text())
                .query(String.class)
                .optional();
    }

    private static void prove(Actor who) {
        send(who, new VerifyEmail(who.userId(), mail(who)));
    }

    private static void send(Actor actor, Object command) {
        var position = People.send(actor, command);
        var progress = ReadSide.bean(ProjectionProgress.class);
        progress.await(Projection.WORKSPACES, position, ofSeconds(10));
        progress.await(Projection.ACCOUNTS, position, ofSeconds(10));
    }
}
