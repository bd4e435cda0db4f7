package io.taskledger.query.history;

import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.taskledger.messages.ActionId;
import io.taskledger.query.account.UserNames;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads tasks' streams: exact up to the last event, whatever state the read models are in. */
@Component
class Pasts {

    private final EventStore ledger;
    private final UserNames names;

    Pasts(EventStore ledger, UserNames names) {
        this.ledger = ledger;
        this.names = names;
    }

    /** @param action to be followed; null for none */
    TaskPast of(String task, @Nullable ActionId action) {
        return until(task, action, _ -> true);
    }

    /** @param counts whether an event still does; those after the first that does not don't either */
    TaskPast until(String task, @Nullable ActionId action, Predicate<DomainEventMessage<?>> counts) {
        var past = new TaskPast(action);
        var events = ledger.readEvents(task);
        while (events.hasNext()) {
            var event = events.next();
            if (!counts.test(event)) {
                break;
            }
            past.follow(event);
        }
        return past;
    }

    void read(String task, Consumer<DomainEventMessage<?>> reader) {
        ledger.readEvents(task).forEachRemaining(reader);
    }

    /** The names, as they are now, of all whom the tasks ever named, and of who did something to them; by id. */
    Map<String, String> people(Collection<TaskPast> pasts) {
        return names.of(pasts.stream().flatMap(past -> past.people().stream()).collect(Collectors.toSet()));
    }
}
