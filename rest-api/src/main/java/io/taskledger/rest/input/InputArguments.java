package io.taskledger.rest.input;

import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.util.Assert;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a controller ask for a {@link JsonBody}, {@link JsonValue} or {@link QueryParameters} by naming it as an argument. */
@Configuration(proxyBeanMethods = false)
public class InputArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private static final Set<Class<?>> KINDS = Set.of(JsonBody.class, JsonValue.class, QueryParameters.class);

    private final JsonBodies bodies;

    InputArguments(JsonBodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return KINDS.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var request = webRequest.getNativeRequest(HttpServletRequest.class);
        Assert.state(request != null, "the API is served over servlets");
        if (parameter.getParameterType() == JsonBody.class) {
            return bodies.object(request);
        }
        return parameter.getParameterType() == JsonValue.class ? bodies.value(request) : new QueryParameters(request);
    }
}
