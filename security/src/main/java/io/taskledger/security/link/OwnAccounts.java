package io.taskledger.security.link;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.taskledger.messages.Actor;
import io.taskledger.messages.account.AccountDetails;
import io.taskledger.messages.account.AccountQuery.FindOwnAccount;
import io.taskledger.security.Acting;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;

/** What this module has to know of accounts beyond their secrets: asked on behalf of each. */
public final class OwnAccounts {

    private static final int PATIENCE_SECONDS = 10;

    private final QueryGateway queries;

    public OwnAccounts(QueryGateway queries) {
        this.queries = queries;
    }

    /** Empty where there is none, or its row is late. */
    Optional<AccountDetails> find(Actor actor) {
        return Acting.as(
                actor,
                () -> queries.query(new FindOwnAccount(), ResponseTypes.optionalInstanceOf(AccountDetails.class))
                        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .join());
    }

    /** What a password of theirs may not be made of. */
    public List<String> names(Actor actor, String username) {
        return find(actor).map(account -> List.of(username, account.email())).orElse(List.of(username));
    }
}
