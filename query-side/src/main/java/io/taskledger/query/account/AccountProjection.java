package io.taskledger.query.account;

import java.time.Instant;
import java.util.function.Consumer;

import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountEvent.AccountDeleted;
import io.taskledger.messages.account.AccountEvent.EmailChanged;
import io.taskledger.messages.account.AccountEvent.EmailVerified;
import io.taskledger.messages.account.AccountEvent.InstanceAdminGranted;
import io.taskledger.messages.account.AccountEvent.PictureSet;
import io.taskledger.messages.account.AccountEvent.PreferencesChanged;
import io.taskledger.messages.account.AccountEvent.ProfileEdited;
import io.taskledger.messages.account.AccountEvent.TagColoured;
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
    private final Rows<TagColourEntity> colours;

    AccountProjection(Tables tables) {
        this.colours = tables.rows(TagColourEntity.FORM);
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
        change(event.userId(), token, AccountEntity::grantInstanceAdmin);
    }

    @EventHandler
    void on(EmailVerified event, TrackingToken token) {
        change(event.userId(), token, account -> account.verified(event.email()));
    }

    @EventHandler
    void on(EmailChanged event, TrackingToken token) {
        change(
                event.userId(),
                token,
                account -> account.changeEmail(event.email().to()));
    }

    @EventHandler
    void on(ProfileEdited event, TrackingToken token) {
        change(event.userId(), token, account -> account.edit(event));
    }

    @EventHandler
    void on(PictureSet event, TrackingToken token) {
        change(event.userId(), token, account -> account.show(event.sha256().to()));
    }

    @EventHandler
    void on(PreferencesChanged event, @Timestamp Instant at, TrackingToken token) {
        change(
                event.userId(),
                token,
                account -> account.prefer(event.preferences().to(), at));
    }

    @EventHandler
    void on(TagColoured event, TrackingToken token) {
        change(event.userId(), token, _ -> colour(event));
    }

    @EventHandler
    void on(AccountDeleted event) {
        accounts.remove(event.userId().text());
        colours.removeAllOf(event.userId().text());
    }

    /** Tags of somebody who was erased are called the same in their events, and so share a row. */
    private void colour(TagColoured event) {
        var key = TagColourEntity.key(event.userId(), event.tag());
        var colour = event.colour().to();
        if (colour == null) {
            colours.remove(key);
        } else {
            colours.find(key)
                    .ifPresentOrElse(
                            row -> row.become(colour),
                            () -> colours.add(new TagColourEntity(event.userId(), event.tag(), colour)));
        }
    }

    private void change(UserId userId, TrackingToken token, Consumer<AccountEntity> change) {
        var account = accounts.find(userId.text()).orElseThrow(() -> new NoRow(userId));
        var position = token.position().orElseThrow();
        if (!account.reflects(position)) {
            change.accept(account);
            account.touch(position);
        }
    }

    /** The row must be there. */
    private static final class NoRow extends IllegalStateException implements WithoutContent {
        NoRow(UserId account) {
            super("no row for " + account.text());
        }
    }
}
