package io.taskledger.query.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceEvent.WorkspaceCreated;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;
import org.jspecify.annotations.Nullable;

import static io.taskledger.query.projection.ColumnType.BIGINT;
import static io.taskledger.query.projection.ColumnType.BOOLEAN;
import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.ColumnType.TEXT_ARRAY;
import static io.taskledger.query.projection.ColumnType.TIMESTAMPTZ;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code workspace} in {@code projection/workspaces.sql}. */
@Entity
@Table(name = "workspace", schema = Projection.WORKSPACES)
class WorkspaceEntity {

    static final RowForm<WorkspaceEntity> FORM = new RowForm<>(
            WorkspaceEntity.class,
            "workspace",
            List.of(
                    column("id", TEXT, row -> row.id),
                    column("owner", TEXT, row -> row.owner),
                    column("personal", BOOLEAN, row -> row.personal),
                    column("name", TEXT, row -> row.name),
                    column("lists", TEXT_ARRAY, row -> row.lists),
                    column("created_at", TIMESTAMPTZ, row -> row.createdAt),
                    column("version", BIGINT, row -> row.version),
                    column("position", BIGINT, row -> row.position)),
            "id",
            Optional.of("owner"),
            Comparator.comparing(row -> row.id));

    @Id
    private String id;

    private String owner;
    private boolean personal;
    private @Nullable String name;
    private List<String> lists;
    private Instant createdAt;
    private long version;
    private long position;

    WorkspaceEntity(WorkspaceCreated event, Instant at) {
        id = event.workspaceId().text();
        owner = event.owner().text();
        personal = event.workspaceId().isPersonalOf(event.owner());
        name = event.name();
        lists = new ArrayList<>();
        createdAt = at;
        position = -1;
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected WorkspaceEntity() {}

    void rename(String to) {
        name = to;
    }

    void hasList(ListId list) {
        lists = new ArrayList<>(lists);
        lists.add(list.text());
    }

    /** Those that were removed included. */
    List<String> lists() {
        return List.copyOf(lists);
    }

    boolean personal() {
        return personal;
    }

    /** Whether the rows of the stream reflect the event at this position already. */
    boolean reflects(long at) {
        return position >= at;
    }

    /**
     * @param sequenceNumber of the event, in the stream
     * @param at position of the event, in the ledger
     */
    void touch(long sequenceNumber, long at) {
        version = sequenceNumber;
        position = at;
    }
}
