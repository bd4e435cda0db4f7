package io.taskledger.app.watch;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryBus;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** How long each kind of command and query takes: a metric and, where requests are traced, a span of them. */
@Component
class MessageTimes implements SmartInitializingSingleton {

    private final CommandBus commands;
    private final QueryBus queries;
    private final ObservationRegistry observations;

    MessageTimes(CommandBus commands, QueryBus queries, ObservationRegistry observations) {
        this.commands = commands;
        this.queries = queries;
        this.observations = observations;
    }

    @Override
    public void afterSingletonsInstantiated() {
        commands.registerHandlerInterceptor(new Timed<>("command", observations));
        queries.registerHandlerInterceptor(new Timed<>("query", observations));
    }

    private record Timed<T extends Message<?>>(String way, ObservationRegistry observations)
            implements MessageHandlerInterceptor<T> {

        @Override
        public @Nullable Object handle(UnitOfWork<? extends T> unit, InterceptorChain chain) throws Exception {
            var kind = unit.getMessage().getPayloadType().getSimpleName();
            return Observation.createNotStarted("taskledger." + way, observations)
                    .contextualName(way + " " + kind)
                    .lowCardinalityKeyValue(way, kind)
                    .observeChecked(chain::proceed);
        }
    }
}
