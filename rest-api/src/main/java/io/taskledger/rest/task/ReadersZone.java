package io.taskledger.rest.task;

import java.time.Clock;
import java.time.ZoneId;

import io.taskledger.messages.account.AccountDetails;
import io.taskledger.messages.account.AccountQuery.FindOwnAccount;
import io.taskledger.rest.gateway.Gateways;
import org.springframework.stereotype.Component;

/** By which calendar and clock a day begins and a task is overdue: as the reader's profile says, else that of the house. */
@Component
public class ReadersZone {

    private final Gateways gateways;
    private final Clock clock;

    ReadersZone(Gateways gateways, Clock clock) {
        this.gateways = gateways;
        this.clock = clock;
    }

    public ZoneId find() {
        return gateways.find(new FindOwnAccount(), AccountDetails.class)
                .map(AccountDetails::zone)
                .map(ZoneId::of)
                .orElseGet(clock::getZone);
    }
}
