package io.taskledger.app.edge;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.DispatcherType;

import io.taskledger.app.settings.TaskledgerSettings;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.task.TaskDecorator;

/** Puts what is said of a request in front of everything else. */
@ConditionalOnWebApplication
@Configuration(proxyBeanMethods = false)
class FrontWiring {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> behindProxies(TaskledgerSettings settings) {
        var proxies = TrustedProxies.of(settings.proxies());
        return tomcat -> tomcat.addEngineValves(
                new BodiesInTime(BodiesInTime.Limits.USUAL), new RefusedForms(), new BehindProxies(proxies));
    }

    /** Whatever nobody within has answered is answered by {@link RefusedForms}. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> withoutTomcatsPages() {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            var host = (StandardHost) context.getParent();
            host.setErrorReportValveClass("");
            // And Spring Boot's, which is the same without the server's version.
            Stream.of(host.getPipeline().getValves())
                    .filter(valve -> valve.getClass() == ErrorReportValve.class)
                    .forEach(host.getPipeline()::removeValve);
        });
    }

    @Bean
    FilterRegistrationBean<RequestIds> requestIds() {
        var filter = new FilterRegistrationBean<>(new RequestIds());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return filter;
    }

    /** What Spring's threads do for a request is logged under its id too. */
    @Bean
    TaskDecorator underTheSameId() {
        return FrontWiring::underTheSameId;
    }

    static Runnable underTheSameId(Runnable task) {
        var said = Optional.ofNullable(MDC.getCopyOfContextMap()).orElse(Map.of());
        return () -> {
            var before = MDC.getCopyOfContextMap();
            MDC.setContextMap(said);
            try {
                task.run();
            } finally {
                if (before == null) {
                    MDC.clear();
                } else {
                    MDC.setContextMap(before);
                }
            }
        };
    }
}
