package io.taskledger.query.workspace;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.task.Memberships;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For those who ask which tasks a member sees. */
@Component
class WorkspaceMemberships implements Memberships {

    private final JdbcClient jdbc;
    private final LiveVersions live;

    WorkspaceMemberships(JdbcClient jdbc, LiveVersions live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    @Override
    public Map<WorkspaceId, WorkspaceRole> of(UserId person) {
        var schema = live.of(Projection.WORKSPACES).schema();
        return jdbc
                .sql("""
                        select workspace.id, member.role
                        from %s.member
                        join %s.workspace on workspace.id = member.workspace_id
                        where member.user_id = :person
                          and not workspace.personal""".formatted(schema, schema))
                .param("person", person.text())
                .query((row, _) ->
                        Map.entry(new WorkspaceId(row.getString("id")), WorkspaceRole.ofStored(row.getString("role"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Set<UserId> in(WorkspaceId workspace) {
        return jdbc.sql("select user_id from " + live.of(Projection.WORKSPACES).schema()
                        + ".member where workspace_id = :workspace")
                .param("workspace", workspace.text())
                .query((row, _) -> new UserId(row.getString("user_id")))
                .set();
    }
}
