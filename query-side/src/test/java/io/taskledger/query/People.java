package io.taskledger.query;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.taskledger.messages.Actor;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** People of whom no other test knows, since all tests share one database. */
public final class People {

    private People() {}

    public static Actor somebody() {
        return new Actor(UserId.next(), Via.REST);
    }

    /** The metadata of what a person sends. */
    public static Map<String, Object> by(Actor actor) {
        return Map.of(
                MetadataKeys.ACTOR,
                actor.userId().text(),
                MetadataKeys.VIA,
                actor.via().stored());
    }

    /** Has a command decided for real; gives the position that it reached. */
    public static long send(Actor actor, Object command) {
        try {
            return ReadSide.bean(CommandGateway.class)
                    .<Receipt>send(
                            GenericCommandMessage.asCommandMessage(command).andMetaData(by(actor)))
                    .get(10, TimeUnit.SECONDS)
                    .position();
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new AssertionError(failed);
        }
    }
}
