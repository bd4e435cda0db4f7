package io.taskledger.query.account;

import java.util.List;

import io.taskledger.messages.Actor;
import io.taskledger.messages.account.AccountQuery.SearchUsers;
import io.taskledger.messages.account.FoundUser;
import io.taskledger.query.ReadSide;

/** Asks accounts' queries from other packages' tests. */
public final class AskAccounts {

    public List<FoundUser> search(SearchUsers query, Actor actor) {
        return ReadSide.bean(AccountQueries.class).handle(query, actor);
    }
}
