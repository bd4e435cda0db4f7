package io.taskledger.ui.projection;

import io.taskledger.messages.account.AccountDetails;
import io.taskledger.messages.account.AccountQuery.FindOwnAccount;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Knows for whom there is a screen for operators. What they may do is decided where it is done. */
@Component
public class OperatorEntrance {

    private final QueryGateway queries;

    OperatorEntrance(QueryGateway queries) {
        this.queries = queries;
    }

    /** Whether the person who is signed in is an admin of the instance. */
    public boolean isOpen() {
        return queries.query(new FindOwnAccount(), ResponseTypes.optionalInstanceOf(AccountDetails.class))
                .join()
                .filter(AccountDetails::instanceAdmin)
                .isPresent();
    }
}
