package io.taskledger.rest.problem;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Where requests lead, for those who ask before the dispatcher does. */
@Component
public class Routes {

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;

    Routes(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    /** The operation that would answer; empty where none would, whatever the reason. */
    public Optional<HandlerMethod> handlerOf(HttpServletRequest request) {
        try {
            return Optional.ofNullable(find(request))
                    .map(HandlerExecutionChain::getHandler)
                    .filter(HandlerMethod.class::isInstance)
                    .map(HandlerMethod.class::cast);
        } catch (Exception leadsNowhere) {
            return Optional.empty();
        }
    }

    /** @throws Exception whatever Spring's own look-up throws */
    @Nullable
    HandlerExecutionChain find(HttpServletRequest request) throws Exception {
        var parsedBefore = ServletRequestPathUtils.hasParsedRequestPath(request);
        if (!parsedBefore) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        try {
            return mapping.getObject().getHandler(request);
        } finally {
            if (!parsedBefore) {
                ServletRequestPathUtils.clearParsedRequestPath(request);
            }
        }
    }
}
