package io.taskledger.rest.task;

import io.taskledger.messages.history.AsOf;
import io.taskledger.messages.history.HistoryQuery.FindAsOf;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.rest.gateway.Gateways;
import org.springframework.http.ResponseEntity;

/** How far an answer about history goes: in headers, since the contract's bodies have no room for it. */
public record AsOfHeaders(AsOf asOf) {

    /** The instant. */
    static final String AT = "Taskledger-As-Of";

    /** The ledger's position. */
    static final String POSITION = "Taskledger-As-Of-Position";

    /** Of what is asked for as it is now; to be called before it is asked for, so that it promises no more than is there. */
    public static AsOfHeaders now(Gateways gateways) {
        return new AsOfHeaders(gateways.find(new FindAsOf(null), AsOf.class).orElseThrow());
    }

    /** @throws io.taskledger.messages.CommandRejected where the moment is none that can be told of */
    public static AsOfHeaders then(PastMoment moment, Gateways gateways) {
        return new AsOfHeaders(gateways.find(new FindAsOf(moment), AsOf.class).orElseThrow());
    }

    public ResponseEntity.BodyBuilder on(ResponseEntity.BodyBuilder answer) {
        return answer.header(AT, asOf.at().toString()).header(POSITION, Long.toString(asOf.position()));
    }
}
