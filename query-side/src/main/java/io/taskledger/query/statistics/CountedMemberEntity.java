package io.taskledger.query.statistics;

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

/** A row of {@code member} in {@code projection/statistics.sql}: who belongs to a workspace. */
@Entity
@Table(name = "member", schema = Projection.STATISTICS)
class CountedMemberEntity {

    static final RowForm<CountedMemberEntity> FORM = new RowForm<>(
            CountedMemberEntity.class,
            "member",
            List.of(
                    column("id", TEXT, row -> row.id),
                    column("workspace_id", TEXT, row -> row.workspaceId),
                    column("user_id", TEXT, row -> row.userId)),
            "workspace_id",
            Optional.empty(),
            Comparator.comparing((CountedMemberEntity row) -> row.userId).thenComparing(row -> row.workspaceId));

    @Id
    private String id;

    private String workspaceId;
    private String userId;

    CountedMemberEntity(WorkspaceId workspaceId, UserId person) {
        this.id = key(workspaceId, person);
        this.workspaceId = workspaceId.text();
        this.userId = person.text();
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected CountedMemberEntity() {}

    static String key(WorkspaceId workspaceId, UserId person) {
        return workspaceId.text() + "/" + person.text();
    }
}
