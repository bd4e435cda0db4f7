package io.taskledger.app.wiring;

import java.time.Clock;
import java.util.Locale;
import java.util.Set;

import io.taskledger.app.Version;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.rest.RestSettings;
import io.taskledger.security.SecuritySettings;
import io.taskledger.security.limit.RateLimitSettings;
import io.taskledger.security.web.BodyLimit;
import io.taskledger.security.web.KnownHosts;
import org.apache.catalina.core.StandardContext;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What the edges and the security module want to know of the settings. */
@Configuration(proxyBeanMethods = false)
class EdgeWiring {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecuritySettings securitySettings(TaskledgerSettings settings) {
        return Apart.security(settings);
    }

    @Bean
    RateLimitSettings rateLimitSettings(TaskledgerSettings settings) {
        return settings.limits();
    }

    @Bean
    RestSettings restSettings(TaskledgerSettings settings) {
        var environment = settings.profile().name().toLowerCase(Locale.ROOT);
        return new RestSettings(Version.text(), environment);
    }

    /** An escaped slash in an id is no fault of form: the id is unknown, which REST has its own words for. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> escapedSlashes() {
        return tomcat -> tomcat.addConnectorCustomizers(connector -> {
            connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
            connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        });
    }

    /**
     * Every page of the browser's is forwarded to, and by default Tomcat takes nothing more for such an answer when it comes
     * back, not even the headers of the filters that it passes.
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> headersOfForwardedPages() {
        return tomcat -> tomcat.addContextCustomizers(
                context -> ((StandardContext) context).setSuspendWrappedResponseAfterForward(false));
    }

    /** Behind what notes the request, before everything that answers one. */
    @Bean
    @ConditionalOnWebApplication
    FilterRegistrationBean<KnownHosts> knownHosts(TaskledgerSettings settings) {
        var filter =
                new FilterRegistrationBean<>(new KnownHosts(settings.hosts().orElse(Set.of())));
        filter.setEnabled(settings.hosts().isPresent());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    @Bean
    @ConditionalOnWebApplication
    FilterRegistrationBean<BodyLimit> bodyLimit() {
        var filter = new FilterRegistrationBean<>(new BodyLimit());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return filter;
    }
}
