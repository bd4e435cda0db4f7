package io.taskledger.query.workspace;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;

import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code member} in {@code projection/workspaces.sql}. */
@Entity
@Table(name = "member", schema = Projection.WORKSPACES)
class MemberEntity {

    static final RowForm<MemberEntity> FORM = new RowForm<>(
            MemberEntity.class,
            "member",
            List.of(
                    column("id", TEXT, row -> row.id),
                    column("workspace_id", TEXT, row -> row.workspaceId),
                    column("user_id", TEXT, row -> row.userId),
                    column("role", TEXT, row -> row.role)),
            "workspace_id",
            Optional.of("user_id"),
            Comparator.comparing((MemberEntity row) -> row.workspaceId).thenComparing(row -> row.userId));

    @Id
    private String id;

    private String workspaceId;
    private String userId;
    private String role;

    MemberEntity(WorkspaceId workspace, UserId member, WorkspaceRole role) {
        this.id = key(workspace, member);
        this.workspaceId = workspace.text();
        this.userId = member.text();
        this.role = role.stored();
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected MemberEntity() {}

    static String key(WorkspaceId workspace, UserId member) {
        return workspace.text() + " " + member.text();
    }

    void become(WorkspaceRole to) {
        role = to.stored();
    }
}
