package io.taskledger.command;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Rejection.PastIsClosed;
import io.taskledger.messages.Via;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Gives the events of an import's command the time at which they happened. Whether a stream takes it is its aggregate's
 * decision ({@link ToldStream}); here it is only kept from the future, and from whoever is no import.
 */
public final class ToldTime implements MessageHandlerInterceptor<CommandMessage<?>> {

    /** Empty where a command that is told of the past writes to another stream than its own. */
    private static final ScopedValue<Optional<Instant>> TOLD = ScopedValue.newInstance();

    private final Clock now;

    public ToldTime(Clock now) {
        this.now = now;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        var metaData = unitOfWork.getMessage().getMetaData();
        if (!(metaData.get(MetadataKeys.HAPPENED_AT) instanceof String text)) {
            return chain.proceed();
        }
        var at = Instant.parse(text);
        if (at.isAfter(now.instant()) || !Via.IMPORT.stored().equals(metaData.get(MetadataKeys.VIA))) {
            throw new CommandRejected(new PastIsClosed(at));
        }
        return ScopedValue.where(TOLD, Optional.of(at)).call(chain::proceed);
    }

    /** Runs what happens now, whatever the command tells of. */
    static void now(Runnable work) {
        ScopedValue.where(TOLD, Optional.empty()).run(work);
    }

    /** The time of events: when what is being told happened, else now. */
    public Clock clock() {
        return new EventClock(now);
    }

    private static final class EventClock extends Clock {

        private final Clock now;

        EventClock(Clock now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return TOLD.orElse(Optional.empty()).orElseGet(now::instant);
        }

        @Override
        public ZoneId getZone() {
            return now.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new EventClock(now.withZone(zone));
        }
    }
}
