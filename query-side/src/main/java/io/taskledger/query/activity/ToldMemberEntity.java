package io.taskledger.query.activity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;

import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code member} in {@code projection/activity.sql}: who belongs to a workspace. */
@Entity
@Table(name = "member", schema = Projection.ACTIVITY)
class ToldMemberEntity {

    static final RowForm<ToldMemberEntity> FORM = new RowForm<>(
            ToldMemberEntity.class,
            "member",
            List.of(
                    column("id", TEXT, row -> row.id),
                    column("workspace_id", TEXT, row -> row.workspaceId),
                    column("user_id", TEXT, row -> row.userId)),
            "workspace_id",
            Optional.empty(),
            Comparator.comparing((ToldMemberEntity row) -> row.userId).thenComparing(row -> row.workspaceId));

    @Id
    private String id;

    private String workspaceId;
    private String userId;

    ToldMemberEntity(WorkspaceId workspaceId, UserId person) {
        this.id = key(workspaceId, person);
        this.workspaceId = workspaceId.text();
        this.userId = person.text();
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected ToldMemberEntity() {}

    static String key(WorkspaceId workspaceId, UserId person) {
        return workspaceId.text() + "/" + person.text();
    }
}
