package io.taskledger.app.health;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import io.taskledger.query.account.Admins;
import io.taskledger.security.Scope;
import io.taskledger.security.SecuritySettings;
import io.taskledger.security.session.SessionAuthentication;
import io.taskledger.security.token.AccessTokens;
import io.taskledger.security.token.PersonalTokens;
import io.taskledger.security.web.EdgeHeaders;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/**
 * Who may read the metrics: programs on this machine that no proxy stands in front of, and admins with their token or one
 * that they made for a program, of the scope {@code admin}.
 */
@ConditionalOnWebApplication
@Configuration(proxyBeanMethods = false)
class MetricsAccess {

    /** Beside the probes, before the browser's chain. */
    private static final int PLACE = 15;

    private static final String BEARER = "Bearer ";

    /** A proxy on this machine adds at least one of them to what comes from elsewhere. */
    private static final List<String> PROXYS = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via");

    @Bean
    @Order(PLACE)
    SecurityFilterChain metrics(
            HttpSecurity http, AccessTokens tokens, PersonalTokens personal, Admins admins, SecuritySettings settings)
            throws Exception {
        var refusal = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
        return http.securityMatcher("/metrics", "/metrics/**")
                .headers(EdgeHeaders.on(settings))
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((who, asked) -> new AuthorizationDecision(isFromHere(asked.getRequest())
                                || isAdmins(asked.getRequest(), tokens, personal, admins))))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(refusal))
                .build();
    }

    static boolean isFromHere(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                    && PROXYS.stream().noneMatch(header -> request.getHeader(header) != null);
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    static boolean isAdmins(HttpServletRequest request, AccessTokens tokens, PersonalTokens personal, Admins admins) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip())
                .flatMap(token -> token.startsWith(PersonalTokens.PREFIX)
                        ? personal.read(token)
                                .filter(program -> program.scopes().contains(Scope.ADMIN))
                                .map(SessionAuthentication::getPrincipal)
                        : tokens.read(token))
                .map(session -> admins.contains(session.userId()))
                .orElse(false);
    }
}
