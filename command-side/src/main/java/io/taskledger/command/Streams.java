package io.taskledger.command;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Loads, into the unit of work of the command being handled, what a decision about more than one stream changes. */
@Component
public final class Streams {

    // Asked for late: Axon's configuration is made of what is injected with this.
    private final Supplier<Configuration> axon;

    @Autowired
    Streams(ObjectProvider<Configuration> axon) {
        this(axon::getObject);
    }

    public Streams(Supplier<Configuration> axon) {
        this.axon = axon;
    }

    /** Changes another stream than the command's own, now: what an import tells of is of its own streams alone. */
    public <T> void change(Aggregate<T> stream, Consumer<T> change) {
        ToldTime.now(() -> stream.execute(change));
    }

    /** Empty where there is no such stream. The aggregate is locked until the unit of work ends. */
    public <T> Optional<Aggregate<T>> find(Class<T> kind, String id) {
        try {
            return Optional.of(axon.get().repository(kind).load(id));
        } catch (AggregateNotFoundException missing) {
            return Optional.empty();
        }
    }
}
