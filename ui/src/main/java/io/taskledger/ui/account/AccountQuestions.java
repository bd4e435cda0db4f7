package io.taskledger.ui.account;

import java.util.Optional;

import io.taskledger.messages.account.AccountDetails;
import io.taskledger.messages.account.AccountQuery;
import io.taskledger.messages.account.OwnPreferences;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** What a person can know of their own account. */
@Component
public class AccountQuestions {

    private final QueryGateway gateway;

    AccountQuestions(QueryGateway gateway) {
        this.gateway = gateway;
    }

    /** Empty where nobody is signed in, or the account is gone. */
    public Optional<AccountDetails> own() {
        return gateway.query(new AccountQuery.FindOwnAccount(), ResponseTypes.optionalInstanceOf(AccountDetails.class))
                .join();
    }

    public Optional<OwnPreferences> preferences() {
        return gateway.query(
                        new AccountQuery.FindOwnPreferences(), ResponseTypes.optionalInstanceOf(OwnPreferences.class))
                .join();
    }
}
