package io.taskledger.ledger.command;

import java.util.Map;
import java.util.function.Supplier;

import io.taskledger.ledger.type.EventTypes;
import io.taskledger.ledger.type.NamedTypeSerializer;
import io.taskledger.ledger.type.StoredType;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

/** A door that is open or shut, and counts who went through. Shutting a shut one is a no-op, entering it is refused. */
class Door {

    record Build(@TargetAggregateIdentifier String door) {}

    record Shut(@TargetAggregateIdentifier String door) {}

    record Open(@TargetAggregateIdentifier String door) {}

    record Enter(@TargetAggregateIdentifier String door) {}

    record EnterIfOpen(@TargetAggregateIdentifier String door, String other) {}

    /** Found when asked for: the doors' repository is made from this class. */
    record Doors(Supplier<Repository<Door>> all) {}

    record Built(String door) {}

    record WasShut() {}

    record WasOpened() {}

    record Entered() {}

    static final class DoorIsShut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private boolean shut;

    Door() {}

    @CommandHandler
    Door(Build command) {
        apply(new Built(command.door()));
    }

    @CommandHandler
    void handle(Shut command) {
        if (!shut) {
            apply(new WasShut());
        }
    }

    @CommandHandler
    void handle(Open command) {
        if (shut) {
            apply(new WasOpened());
        }
    }

    @CommandHandler
    void handle(Enter command) {
        if (shut) {
            throw new DoorIsShut();
        }
        apply(new Entered());
    }

    /** Reads another stream and writes to its own. */
    @CommandHandler
    void handle(EnterIfOpen command, Doors doors) {
        boolean otherShut = doors.all().get().load(command.other()).invoke(other -> other.shut);
        if (otherShut) {
            throw new DoorIsShut();
        }
        apply(new Entered());
    }

    @EventSourcingHandler
    void on(Built event) {
        id = event.door();
    }

    @EventSourcingHandler
    void on(WasShut event) {
        shut = true;
    }

    @EventSourcingHandler
    void on(WasOpened event) {
        shut = false;
    }

    static Serializer serializer() {
        return new NamedTypeSerializer(
                Jackson3Serializer.builder().build(),
                EventTypes.of(Map.of(
                        Built.class, StoredType.first("door.built"),
                        WasShut.class, StoredType.first("door.shut"),
                        WasOpened.class, StoredType.first("door.opened"),
                        Entered.class, StoredType.first("door.entered"))));
    }
}
