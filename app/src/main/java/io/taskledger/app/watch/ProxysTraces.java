package io.taskledger.app.watch;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.propagation.Propagator;
import io.taskledger.app.edge.TrustedRequests;
import org.jspecify.annotations.Nullable;

/** A trace that a trusted proxy began is carried on; anybody else's is not, since that would say whether to trace. */
record ProxysTraces(Propagator propagator) implements Propagator {

    @Override
    public List<String> fields() {
        return propagator.fields();
    }

    @Override
    public <C> void inject(TraceContext context, @Nullable C carrier, Setter<C> setter) {
        propagator.inject(context, carrier, setter);
    }

    @Override
    public <C> Span.Builder extract(@Nullable C carrier, Getter<C> getter) {
        var believed = carrier instanceof HttpServletRequest request && TrustedRequests.cameByProxy(request);
        return propagator.extract(carrier, believed ? getter : (from, key) -> null);
    }
}
