package io.taskledger.query.workspace;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.WorkspaceEvent.AddressInvited;
import io.taskledger.messages.workspace.WorkspaceEvent.UserInvited;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;
import org.jspecify.annotations.Nullable;

import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.ColumnType.TIMESTAMPTZ;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code invitation} in {@code projection/workspaces.sql}. */
@Entity
@Table(name = "invitation", schema = Projection.WORKSPACES)
class InvitationEntity {

    static final String OPEN = "open";
    static final String ACCEPTED = "accepted";
    static final String DECLINED = "declined";
    static final String WITHDRAWN = "withdrawn";

    static final RowForm<InvitationEntity> FORM = new RowForm<>(
            InvitationEntity.class,
            "invitation",
            List.of(
                    column("id", TEXT, row -> row.id),
                    column("workspace_id", TEXT, row -> row.workspaceId),
                    column("user_id", TEXT, row -> row.userId),
                    column("email", TEXT, row -> row.email),
                    column("role", TEXT, row -> row.role),
                    column("state", TEXT, row -> row.state),
                    column("invited_at", TIMESTAMPTZ, row -> row.invitedAt)),
            "workspace_id",
            Optional.empty(),
            Comparator.comparing((InvitationEntity row) -> row.workspaceId).thenComparing(row -> row.id));

    @Id
    private String id;

    private String workspaceId;
    private @Nullable String userId;
    private @Nullable String email;
    private String role;
    private String state = OPEN;
    private Instant invitedAt;

    InvitationEntity(UserInvited event, Instant at) {
        id = event.invitationId().text();
        workspaceId = event.workspaceId().text();
        userId = event.user().text();
        role = event.role().stored();
        invitedAt = at;
    }

    InvitationEntity(AddressInvited event, Instant at) {
        id = event.invitationId().text();
        workspaceId = event.workspaceId().text();
        email = event.email();
        role = event.role().stored();
        invitedAt = at;
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected InvitationEntity() {}

    /** @param who turned out to be behind an address */
    void answered(UserId who, String how) {
        userId = who.text();
        end(how);
    }

    void withdraw() {
        end(WITHDRAWN);
    }

    /** Nobody needs the address any more. */
    private void end(String how) {
        state = how;
        email = null;
    }
}
