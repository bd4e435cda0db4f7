package io.taskledger.query.account;

import java.util.List;
import java.util.Optional;

import io.taskledger.messages.Actor;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.account.AccountDetails;
import io.taskledger.messages.account.AccountQuery.FindMailRecipient;
import io.taskledger.messages.account.AccountQuery.FindOwnAccount;
import io.taskledger.messages.account.AccountQuery.FindOwnPreferences;
import io.taskledger.messages.account.AccountQuery.FindPicture;
import io.taskledger.messages.account.AccountQuery.FindTagColours;
import io.taskledger.messages.account.AccountQuery.SearchUsers;
import io.taskledger.messages.account.AccountQuery.WatchTagColours;
import io.taskledger.messages.account.FoundUser;
import io.taskledger.messages.account.MailRecipient;
import io.taskledger.messages.account.OwnPreferences;
import io.taskledger.messages.account.TagColour;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person is told of their own account, and the system of whom it writes to. */
@Component
class AccountQueries {

    private final AccountRepository accounts;
    private final UserSearch search;
    private final TagColours colours;

    AccountQueries(AccountRepository accounts, UserSearch search, TagColours colours) {
        this.accounts = accounts;
        this.search = search;
        this.colours = colours;
    }

    @QueryHandler
    Optional<AccountDetails> handle(FindOwnAccount query, Actor actor) {
        return accounts.findById(actor.userId().text()).map(AccountEntity::details);
    }

    @QueryHandler
    List<FoundUser> handle(SearchUsers query, Actor actor) {
        return search.find(query.text(), query.limit(), actor.userId());
    }

    @QueryHandler
    Optional<OwnPreferences> handle(FindOwnPreferences query, Actor actor) {
        return accounts.findById(actor.userId().text()).map(AccountEntity::preferences);
    }

    @QueryHandler
    List<TagColour> handle(FindTagColours query, Actor actor) {
        return colours.of(actor.userId()).entrySet().stream()
                .map(one -> new TagColour(one.getKey(), one.getValue()))
                .toList();
    }

    /** The start of a subscription: there is nothing to tell before something happens. */
    @QueryHandler
    Optional<TagColour> handle(WatchTagColours query, Actor actor) {
        return Optional.empty();
    }

    @QueryHandler
    Optional<String> handle(FindPicture query) {
        return accounts.findById(query.userId().text()).map(AccountEntity::picture);
    }

    @QueryHandler
    Optional<MailRecipient> handle(FindMailRecipient query, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        return actor == null
                ? accounts.findById(query.userId().text()).map(AccountEntity::recipient)
                : Optional.empty();
    }
}
