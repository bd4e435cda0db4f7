package io.taskledger.app.watch;

import java.net.URI;
import java.time.Duration;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.tracing.otel.bridge.EventPublishingContextWrapper;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.taskledger.app.Version;
import io.taskledger.app.settings.TaskledgerSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends what is observed of requests as spans by OpenTelemetry's protocol; where no address is set, nothing of it is loaded. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(Traces.WANTED)
class Traces {

    /** Set where the operator names an address for them. */
    static final String WANTED = "taskledger.traces.wanted";

    private static final String NAME = "taskledger";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    SdkTracerProvider spans(TaskledgerSettings settings) {
        var watch = settings.watch();
        return provider(watch.tracesUrl().orElseThrow(), watch.tracesShare());
    }

    @Bean
    ObservationHandler<Observation.Context> tracing(SdkTracerProvider spans) {
        var mdc = new Slf4JEventListener();
        ContextStorage.addWrapper(new EventPublishingContextWrapper(mdc::onEvent));
        return handler(spans, mdc::onEvent);
    }

    static SdkTracerProvider provider(URI address, double share) {
        var exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(address.toString())
                .setTimeout(PATIENCE)
                .build();
        var itself = Attributes.builder()
                .put("service.name", NAME)
                .put("service.version", Version.text())
                .build();
        return SdkTracerProvider.builder()
                .setResource(Resource.create(itself))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(share)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build();
    }

    static ObservationHandler<Observation.Context> handler(SdkTracerProvider spans, OtelTracer.EventPublisher changes) {
        var tracer = spans.get(NAME);
        var bridge = new OtelTracer(tracer, new OtelCurrentTraceContext(), changes);
        var w3c = ContextPropagators.create(W3CTraceContextPropagator.getInstance());
        return new ObservationHandler.FirstMatchingCompositeObservationHandler(
                new SpansWithoutWords.Received(bridge, new ProxysTraces(new OtelPropagator(w3c, tracer))),
                new SpansWithoutWords.Inner(bridge));
    }
}
