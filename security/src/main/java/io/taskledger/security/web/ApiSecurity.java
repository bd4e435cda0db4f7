package io.taskledger.security.web;

import jakarta.servlet.http.HttpServletRequest;

import io.taskledger.security.SecuritySettings;
import io.taskledger.security.token.AccessTokens;
import io.taskledger.security.token.PersonalTokens;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The chains of what is not a browser's screen: probes and programs. Both before the browser's, which takes the rest. */
@ConditionalOnWebApplication // not where the command line works alone
@Configuration(proxyBeanMethods = false)
public class ApiSecurity {

    private static final int PROBES = 10;
    private static final int PROGRAMS = 20;
    private static final String BASE = "/api/v1";

    private static final String[] PATHS = {
        "/api/**",
        "/openapi.json",
        "/openapi.json/**",
        "/docs",
        "/docs/**",
        "/swagger-ui/**",
        "/problems",
        "/problems/**",
        AccessTokens.KEYS_PATH
    };

    /** The contract's own signs of life, and the documentation of all the rest. */
    private static final String[] FOR_EVERYBODY = {
        BASE,
        BASE + "/",
        BASE + "/health",
        BASE + "/version",
        BASE + "/favicon.ico",
        BASE + "/notifications/verify",
        // An img element of another origin sends no credentials.
        BASE + "/users/*/avatar.*",
        BASE + "/openapi.json",
        BASE + "/openapi.json/**",
        BASE + "/docs",
        BASE + "/docs/**",
        "/openapi.json",
        "/openapi.json/**",
        "/docs",
        "/docs/**",
        "/swagger-ui/**",
        "/problems",
        "/problems/**",
        AccessTokens.KEYS_PATH
    };

    /** None: they would time each filter of each request, which takes longer than the filters do. */
    @Bean
    static SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /** What an orchestrator asks: it has no account. */
    @Bean
    @Order(PROBES)
    SecurityFilterChain probes(HttpSecurity http, SecuritySettings settings) throws Exception {
        return http.securityMatcher("/health", "/ready", "/alive")
                .headers(EdgeHeaders.on(settings))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /**
     * @param entryPoint words the 401. Gets a {@link BadCredentialsException} where a token was no good, else an
     *     {@link org.springframework.security.authentication.InsufficientAuthenticationException}. Must not
     *     {@code sendError}: that is dispatched again, into the browser's chain
     * @param denied words the 403
     */
    @Bean
    @Order(PROGRAMS)
    SecurityFilterChain programs(
            HttpSecurity http,
            AccessTokens tokens,
            PersonalTokens personal,
            SecuritySettings settings,
            @Qualifier("api") AuthenticationEntryPoint entryPoint,
            @Qualifier("api") AccessDeniedHandler denied,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver faults)
            throws Exception {
        var contexts = new RequestAttributeSecurityContextRepository();
        var origins = new Origins(settings);
        return http.securityMatcher(PATHS)
                .headers(EdgeHeaders.on(settings))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(contexts))
                // A bearer header cannot be forged by a page; for the cookie, CookieOrigin stands in.
                .csrf(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilter(ForeignPages.filter(settings))
                .addFilterBefore(
                        new TokenFilter(tokens, personal, contexts, faults), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.POST,
                                BASE + "/auth/register",
                                BASE + "/auth/login",
                                BASE + "/auth/refresh",
                                BASE + "/auth/password-reset/request",
                                BASE + "/auth/password-reset/verify",
                                BASE + "/auth/verify-email",
                                BASE + "/notifications/verify")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, BASE + "/auth/logout")
                        .access(CookieOrigin.mustNotBeForeign(origins))
                        .requestMatchers(HttpMethod.GET, FOR_EVERYBODY)
                        .permitAll()
                        .anyRequest()
                        .access(AuthorizationManagers.allOf(
                                AuthenticatedAuthorizationManager.authenticated(),
                                CookieOrigin.mustBeAllowed(origins))))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(telling(entryPoint)).accessDeniedHandler(denied))
                .build();
    }

    private static AuthenticationEntryPoint telling(AuthenticationEntryPoint entryPoint) {
        return (request, response, stranger) -> entryPoint.commence(
                request,
                response,
                refused(request) ? new BadCredentialsException("Invalid or expired token") : stranger);
    }

    private static boolean refused(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(TokenFilter.REFUSED));
    }
}
