package io.taskledger.query.history;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.history.Undoable.Sharing;
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

    /** The names, as they are now, of all whom the tasks name, and of who did something to them; by id. */
    Map<String, String> people(Collection<TaskPast> pasts) {
        var ids = new HashSet<String>();
        pasts.forEach(past -> {
            past.people().forEach(ids::add);
            Stream.concat(past.parts().keySet().stream(), past.rounds().keySet().stream())
                    .filter(Sharing.class::isInstance)
                    .forEach(part -> ids.add(((Sharing) part).with().text()));
            past.rounds().values().forEach(round -> {
                addPerson(round.from(), ids);
                addPerson(round.to(), ids);
            });
            past.parts().values().forEach(value -> addPerson(value, ids));
        });
        return names.of(ids);
    }

    private static void addPerson(@Nullable Object value, Collection<String> ids) {
        if (value instanceof UserId person) {
            ids.add(person.text());
        }
    }
}
