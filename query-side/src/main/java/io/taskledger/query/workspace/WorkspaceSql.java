package io.taskledger.query.workspace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.ListDetails;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.MemberDetails;
import io.taskledger.messages.workspace.OpenInvitation;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of workspaces. Each statement has its actor's scope: through their own row in {@code member}. */
@Component
class WorkspaceSql {

    private static final String WORKSPACE = """
            select workspace.id, workspace.owner, workspace.personal, workspace.name, mine.role,
                workspace.created_at, workspace.version
            from {workspaces}.member mine
            join {workspaces}.workspace on workspace.id = mine.workspace_id
            where mine.user_id = :actor
            """;

    private static final String INVITATION = """
            select invitation.id, invitation.workspace_id, workspace.name, invitation.user_id, account.username,
                invitation.email, invitation.role, invitation.invited_at
            from {workspaces}.invitation
            join {workspaces}.workspace on workspace.id = invitation.workspace_id
            left join {accounts}.account on account.id = invitation.user_id
            """;

    private final JdbcClient jdbc;
    private final LiveVersions live;

    WorkspaceSql(JdbcClient jdbc, LiveVersions live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    /** Those that the actor belongs to, by age. */
    List<WorkspaceRow> workspaces(UserId actor) {
        return of(WORKSPACE + "order by workspace.id", actor)
                .query(WorkspaceRow.READ)
                .list();
    }

    Optional<WorkspaceRow> workspace(WorkspaceId id, UserId actor) {
        return of(WORKSPACE + "and workspace.id = :workspace", actor)
                .param("workspace", id.text())
                .query(WorkspaceRow.READ)
                .optional();
    }

    /** Each workspace's lists in their order, those that were removed left out. */
    Map<String, List<ListDetails>> lists(UserId actor) {
        return of("""
                        select list.workspace_id, list.id, list.name, list.place
                        from {workspaces}.member mine
                        join {workspaces}.list on list.workspace_id = mine.workspace_id
                        where mine.user_id = :actor
                          and not list.removed
                        order by list.place collate "C", list.id""", actor)
                .query((row, _) -> Map.entry(
                        row.getString("workspace_id"),
                        new ListDetails(
                                new ListId(row.getString("id")),
                                row.getString("name"),
                                Place.parse(row.getString("place")).orElseThrow())))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** In the order of their names. */
    List<MemberDetails> members(WorkspaceId id, UserId actor) {
        return of("""
                        select member.user_id, account.username, member.role
                        from {workspaces}.member mine
                        join {workspaces}.member on member.workspace_id = mine.workspace_id
                        left join {accounts}.account on account.id = member.user_id
                        where mine.user_id = :actor
                          and mine.workspace_id = :workspace
                        order by lower(account.username) nulls last, member.user_id""", actor)
                .param("workspace", id.text())
                .query((row, _) -> new MemberDetails(
                        new UserId(row.getString("user_id")),
                        row.getString("username"),
                        WorkspaceRole.ofStored(row.getString("role"))))
                .list();
    }

    /** Open ones, oldest first; none for who is no admin. */
    List<OpenInvitation> invitationsTo(WorkspaceId id, UserId actor) {
        return of(INVITATION + """
                        join {workspaces}.member mine on mine.workspace_id = invitation.workspace_id
                        where invitation.state = 'open'
                          and invitation.workspace_id = :workspace
                          and mine.user_id = :actor
                          and mine.role = 'admin'
                        order by invitation.invited_at, invitation.id""", actor)
                .param("workspace", id.text())
                .query(READ_INVITATION)
                .list();
    }

    /** Open ones for the actor, or for an address that they proved to have; oldest first. */
    List<OpenInvitation> invitationsOf(UserId actor) {
        return of(INVITATION + """
                        join {accounts}.account mine on mine.id = :actor
                        where invitation.state = 'open'
                          and (invitation.user_id = :actor
                            or mine.email_verified and lower(invitation.email) = lower(mine.email))
                        order by invitation.invited_at, invitation.id""", actor).query(READ_INVITATION).list();
    }

    Optional<WorkspaceRole> role(WorkspaceId id, UserId user, UserId actor) {
        return of("""
                        select member.role
                        from {workspaces}.member mine
                        join {workspaces}.member on member.workspace_id = mine.workspace_id
                        where mine.user_id = :actor
                          and mine.workspace_id = :workspace
                          and member.user_id = :user""", actor)
                .param("workspace", id.text())
                .param("user", user.text())
                .query((row, _) -> WorkspaceRole.ofStored(row.getString("role")))
                .optional();
    }

    private JdbcClient.StatementSpec of(String sql, UserId actor) {
        var placed = sql.replace("{workspaces}", live.of(Projection.WORKSPACES).schema())
                .replace("{accounts}", live.of(Projection.ACCOUNTS).schema());
        return jdbc.sql(placed).param("actor", actor.text());
    }

    private static final RowMapper<OpenInvitation> READ_INVITATION = (row, _) -> {
        var user = row.getString("user_id");
        return new OpenInvitation(
                new InvitationId(row.getString("id")),
                new WorkspaceId(row.getString("workspace_id")),
                row.getString("name"),
                user == null ? null : new UserId(user),
                row.getString("username"),
                row.getString("email"),
                WorkspaceRole.ofStored(row.getString("role")),
                Timestamps.instant(row, "invited_at"));
    };
}
