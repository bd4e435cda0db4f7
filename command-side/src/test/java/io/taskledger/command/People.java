package io.taskledger.command;

import java.util.Map;

import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;

/** Who acts in the tests. */
public final class People {

    public static final UserId ANN = new UserId("user-01JZ00000000000000000000A1");
    public static final UserId BOB = new UserId("user-01JZ00000000000000000000B1");

    public static final UserId CID = new UserId("user-01JZ00000000000000000000C1");
    public static final UserId DAN = new UserId("user-01JZ00000000000000000000D1");

    private People() {}

    /** The metadata of what a person sends. */
    public static Map<String, Object> by(UserId person) {
        return Map.of(MetadataKeys.ACTOR, person.text(), MetadataKeys.VIA, Via.REST.stored());
    }
}
