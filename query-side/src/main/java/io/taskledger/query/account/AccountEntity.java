package io.taskledger.query.account;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountDetails;
import io.taskledger.messages.account.AccountEvent.UserRegistered;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.RowForm;

import static io.taskledger.query.projection.ColumnType.BIGINT;
import static io.taskledger.query.projection.ColumnType.BOOLEAN;
import static io.taskledger.query.projection.ColumnType.TEXT;
import static io.taskledger.query.projection.ColumnType.TIMESTAMPTZ;
import static io.taskledger.query.projection.RowForm.column;

/** A row of {@code projection/accounts.sql}. */
@Entity
@Table(name = "account", schema = Projection.ACCOUNTS)
class AccountEntity {

    static final RowForm<AccountEntity> FORM = new RowForm<>(
            AccountEntity.class,
            "account",
            List.of(
                    column("id", TEXT, account -> account.id),
                    column("username", TEXT, account -> account.username),
                    column("email", TEXT, account -> account.email),
                    column("email_verified", BOOLEAN, account -> account.emailVerified),
                    column("instance_admin", BOOLEAN, account -> account.instanceAdmin),
                    column("created_at", TIMESTAMPTZ, account -> account.createdAt),
                    column("position", BIGINT, account -> account.position)),
            "id",
            Optional.of("id"),
            Comparator.comparing(account -> account.id));

    @Id
    private String id;

    private String username;
    private String email;
    private boolean emailVerified;
    private boolean instanceAdmin;
    private Instant createdAt;
    private long position;

    AccountEntity(UserRegistered event, Instant at, long position) {
        this.id = event.userId().text();
        this.username = event.username();
        this.email = event.email();
        this.createdAt = at;
        this.position = position;
    }

    // JPA makes the instance that it reads a row into.
    @SuppressWarnings("NullAway.Init")
    protected AccountEntity() {}

    /** @param at position of the event, so that one delivered again changes nothing */
    void grantInstanceAdmin(long at) {
        if (position < at) {
            instanceAdmin = true;
            position = at;
        }
    }

    String username() {
        return username;
    }

    AccountDetails details() {
        return new AccountDetails(new UserId(id), username, email, emailVerified, instanceAdmin, createdAt);
    }
}
