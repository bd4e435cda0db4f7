package io.taskledger.query.account;

import java.time.Instant;

import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountEvent.InstanceAdminGranted;
import io.taskledger.messages.account.AccountEvent.UserRegistered;
import io.taskledger.query.projection.Rows;
import io.taskledger.query.projection.Tables;
import io.taskledger.query.projection.WithoutContent;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;

/** Events in, rows out; delivery twice does no harm. */
final class AccountProjection {

    private final Rows<AccountEntity> accounts;

    AccountProjection(Tables tables) {
        this.accounts = tables.rows(AccountEntity.FORM);
    }

    @EventHandler
    void on(UserRegistered event, @Timestamp Instant at, TrackingToken token) {
        if (accounts.find(event.userId().text()).isEmpty()) {
            accounts.add(new AccountEntity(event, at, token.position().orElseThrow()));
        }
    }

    @EventHandler
    void on(InstanceAdminGranted event, TrackingToken token) {
        accounts.find(event.userId().text())
                .orElseThrow(() -> new NoRow(event.userId()))
                .grantInstanceAdmin(token.position().orElseThrow());
    }

    /** The row must be there. */
    private static final class NoRow extends IllegalStateException implements WithoutContent {
        NoRow(UserId account) {
            super("no row for " + account.text());
        }
    }
}
