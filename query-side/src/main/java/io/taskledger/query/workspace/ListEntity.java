package io.taskledger.query.workspace;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;
import org.jspecify.annotations.Nullable;

import static io.taskledger.query.projection.ColumnType.BOOLEAN;
import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code list} in {@code projection/workspaces.sql}. */
@Entity
@Table(name = "list", schema = Projection.WORKSPACES)
class ListEntity {

    static final RowForm<ListEntity> FORM = new RowForm<>(
            ListEntity.class,
            "list",
            List.of(
                    column("id", TEXT, row -> row.id),
                    column("workspace_id", TEXT, row -> row.workspaceId),
                    column("name", TEXT, row -> row.name),
                    column("place", TEXT, row -> row.place),
                    column("removed", BOOLEAN, row -> row.removed)),
            "workspace_id",
            Optional.empty(),
            Comparator.comparing((ListEntity row) -> row.workspaceId).thenComparing(row -> row.id));

    @Id
    private String id;

    private String workspaceId;
    private @Nullable String name;
    private String place;
    private boolean removed;

    /** @param name null for the one that a workspace begins with */
    ListEntity(ListId id, WorkspaceId workspace, @Nullable String name, Place place) {
        this.id = id.text();
        this.workspaceId = workspace.text();
        this.name = name;
        this.place = place.text();
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected ListEntity() {}

    /** @param to null takes the name away */
    void rename(@Nullable String to) {
        name = to;
    }

    void move(Place to) {
        place = to.text();
    }

    void remove() {
        removed = true;
    }

    void comeBack(String as, Place to) {
        name = as;
        place = to.text();
        removed = false;
    }
}
