package io.taskledger.query.rebuild;

import java.util.List;

import io.taskledger.messages.Actor;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.Difference;
import io.taskledger.messages.projection.ProjectionCommand.RebuildRows;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.RebuildReport.State;
import io.taskledger.messages.projection.RowsOf;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.ListCommand.AddList;
import io.taskledger.messages.workspace.ListCommand.MoveList;
import io.taskledger.messages.workspace.ListCommand.RemoveList;
import io.taskledger.messages.workspace.ListCommand.RenameList;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.MemberCommand.AcceptInvitation;
import io.taskledger.messages.workspace.MemberCommand.ChangeRole;
import io.taskledger.messages.workspace.MemberCommand.InviteByMail;
import io.taskledger.messages.workspace.MemberCommand.InviteUser;
import io.taskledger.messages.workspace.MemberCommand.RemoveMember;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceCommand.RenameWorkspace;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.query.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** A projection of several tables is made anew as one of a single table is. */
class WorkspacesRebuildTest {

    private static final ProjectionId WORKSPACES = ProjectionId.named("workspaces");
    private static final List<String> TABLES = List.of("workspace", "list", "member", "invitation");

    private final Site site = Site.fresh();
    private final Actor ann = People.somebody();
    private final Actor ben = People.somebody();
    private final Actor cyd = People.somebody();
    private final WorkspaceId team = WorkspaceId.next();
    private final ListId todo = ListId.next();
    private final ListId done = ListId.next();

    @BeforeEach
    void a_team_has_worked() {
        register(ann, "ann");
        register(ben, "ben");
        register(cyd, "cyd");
        site.send(ann, new CreateWorkspace(team, "Team"));
        site.send(ann, new RenameWorkspace(team, "Crew"));
        site.send(ann, new AddList(team, todo, "To do", todo.firstPlace()));
        site.send(ann, new AddList(team, done, "Done", done.firstPlace()));
        site.send(ann, new RenameList(team, ListId.firstOf(team), "Inbox"));
        site.send(ann, new MoveList(team, done, new Place("1")));
        site.send(ann, new RemoveList(team, todo));
        join(ben, "ben");
        join(cyd, "cyd");
        site.send(ann, new ChangeRole(team, ben.userId(), WorkspaceRole.EDITOR));
        site.send(ann, new RemoveMember(team, cyd.userId()));
        site.send(ann, new InviteByMail(team, InvitationId.next(), "dan@example.org", WorkspaceRole.VIEWER));
        site.settle(WORKSPACES);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void every_table_has_the_same_rows_afterwards() {
        var before = rows(1);
        assertThat(before).noneMatch(String::isEmpty);

        var report = site.rebuild(WORKSPACES, Afterwards.SWAP);

        assertThat(report.state()).as(report.toString()).isEqualTo(State.SWAPPED);
        assertThat(report.clean()).isTrue();
        assertThat(rows(2)).isEqualTo(before);
    }

    @Test
    void the_new_version_goes_on_where_the_fold_ended() {
        site.rebuild(WORKSPACES, Afterwards.SWAP);

        site.send(ann, new AddList(team, todo, "To do again", todo.firstPlace()));
        site.send(ann, new RenameWorkspace(team, "Team"));

        Site.await(() -> rows(2), rows -> rows.getFirst().contains("Team"));
        Site.await(() -> rows(1), rows -> rows.equals(rows(2)));
        assertThat(rows(2).get(1)).contains("To do again");
    }

    @Test
    void a_row_changed_by_hand_is_named_with_its_table_and_mended_by_its_stream() {
        var before = rows(1);
        site.sql()
                .sql("update workspaces_v1.list set name = 'Forged' where id = :id")
                .param("id", done.text())
                .update();
        site.sql()
                .sql("update workspaces_v1.member set role = 'admin' where user_id = :id and role = 'editor'")
                .param("id", ben.userId().text())
                .update();

        var report = site.rebuild(WORKSPACES, Afterwards.DROP);

        assertThat(report.differences())
                .extracting(Difference::table, Difference::field, Difference::live, Difference::rebuilt)
                .containsExactlyInAnyOrder(
                        tuple("list", "name", "Forged", "Done"), tuple("member", "role", "admin", "editor"));
        site.operate(new RebuildRows(WORKSPACES, new RowsOf.Stream(team.text())));
        assertThat(rows(1).get(1)).isEqualTo(before.get(1));
    }

    private List<String> rows(int version) {
        return TABLES.stream()
                .map(table -> site.rows(WORKSPACES, table, version))
                .toList();
    }

    private void register(Actor who, String name) {
        site.send(who, new RegisterUser(who.userId(), name, name + "@example.org"));
    }

    private void join(Actor who, String name) {
        var invitation = InvitationId.next();
        site.send(ann, new InviteUser(team, invitation, name, WorkspaceRole.VIEWER));
        site.send(who, new AcceptInvitation(team, invitation));
    }
}
