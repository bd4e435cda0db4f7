package io.taskledger.app.watch;

import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;
import io.taskledger.query.projection.FailureText;
import org.jspecify.annotations.Nullable;

/** Micrometer's spans, but of an exception only what is known to hold no words of people. */
final class SpansWithoutWords {

    private SpansWithoutWords() {}

    /** Of requests. */
    static final class Received extends PropagatingReceiverTracingObservationHandler<ReceiverContext<?>> {

        Received(Tracer tracer, Propagator propagator) {
            super(tracer, propagator);
        }

        @Override
        public void onError(ReceiverContext<?> context) {
            tell(getRequiredSpan(context), context.getError());
        }
    }

    /** Of what is done within. */
    static final class Inner extends DefaultTracingObservationHandler {

        Inner(Tracer tracer) {
            super(tracer);
        }

        @Override
        public void onError(Observation.Context context) {
            tell(getRequiredSpan(context), context.getError());
        }
    }

    private static void tell(Span span, @Nullable Throwable failure) {
        if (failure != null) {
            span.tag("error", FailureText.of(failure));
        }
    }
}
