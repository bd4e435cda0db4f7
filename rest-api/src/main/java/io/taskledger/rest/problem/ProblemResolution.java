package io.taskledger.rest.problem;

import java.util.List;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Puts the {@link ProblemResolver} before Spring's own, within the one resolver that filters can ask too (bean
 * {@code handlerExceptionResolver}).
 */
@Configuration(proxyBeanMethods = false)
class ProblemResolution implements WebMvcConfigurer {

    private final Faults faults;
    private final ProblemWriter writer;

    ProblemResolution(Faults faults, ProblemWriter writer) {
        this.faults = faults;
        this.writer = writer;
    }

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.addFirst(new ProblemResolver(faults, writer));
    }
}
