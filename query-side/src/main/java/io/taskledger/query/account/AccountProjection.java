package io.taskledger.query.account;

import java.time.Instant;

import io.taskledger.messages.account.AccountEvent.InstanceAdminGranted;
import io.taskledger.messages.account.AccountEvent.UserRegistered;
import io.taskledger.query.projection.Projection;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Events in, rows out; delivery twice does no harm. */
@Component
@ProcessingGroup(Projection.ACCOUNTS)
class AccountProjection {

    private final AccountRepository accounts;

    AccountProjection(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @EventHandler
    void on(UserRegistered event, @Timestamp Instant at, TrackingToken token) {
        if (!accounts.existsById(event.userId().text())) {
            accounts.save(new AccountEntity(event, at, token.position().orElseThrow()));
        }
    }

    @EventHandler
    void on(InstanceAdminGranted event, TrackingToken token) {
        accounts.findById(event.userId().text())
                .orElseThrow(() -> new IllegalStateException("no row for " + event.userId()))
                .grantInstanceAdmin(token.position().orElseThrow());
    }
}
