package io.taskledger.query.account;

import java.util.Optional;

import io.taskledger.messages.Actor;
import io.taskledger.messages.account.AccountDetails;
import io.taskledger.messages.account.AccountQuery.FindOwnAccount;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** What a person is told of their own account. */
@Component
class AccountQueries {

    private final AccountRepository accounts;

    AccountQueries(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @QueryHandler
    Optional<AccountDetails> handle(FindOwnAccount query, Actor actor) {
        return accounts.findById(actor.userId().text()).map(AccountEntity::details);
    }
}
