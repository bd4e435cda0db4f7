package io.taskledger.security.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.taskledger.security.SecuritySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

/**
 * Which other origins' pages may read the API's answers (CORS, Fetch standard §3.3). As the contract has it: a foreign
 * page's preflight is a 400, its plain request is answered without a word about origins, so that the browser hides it.
 */
final class ForeignPages extends DefaultCorsProcessor {

    private static final Duration PREFLIGHT_AGE = Duration.ofMinutes(10);
    private static final List<String> READABLE = List.of(
            HttpHeaders.ETAG,
            HttpHeaders.LOCATION,
            HttpHeaders.RETRY_AFTER,
            HttpHeaders.CONTENT_DISPOSITION,
            "Taskledger-Position",
            "Taskledger-Stale",
            "Taskledger-As-Of",
            "Taskledger-As-Of-Position",
            "Idempotency-Replayed");

    private ForeignPages() {}

    static CorsFilter filter(SecuritySettings settings) {
        var rules = new CorsConfiguration();
        rules.setAllowedOrigins(settings.corsOrigins());
        rules.setAllowCredentials(true);
        rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PATCH", "PUT", "DELETE", "OPTIONS"));
        rules.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        rules.setExposedHeaders(READABLE);
        rules.setMaxAge(PREFLIGHT_AGE);
        var filter = new CorsFilter(request -> rules);
        filter.setCorsProcessor(new ForeignPages());
        return filter;
    }

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration rules, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        var silent = rules == null || rules.checkOrigin(origin) == null;
        if (silent && !CorsUtils.isPreFlightRequest(request)) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            return true;
        }
        return super.processRequest(rules, request, response);
    }

    @Override
    protected void rejectRequest(ServerHttpResponse response) throws IOException {
        response.setStatusCode(HttpStatus.BAD_REQUEST);
        response.getBody().write("Disallowed CORS origin".getBytes(StandardCharsets.UTF_8));
        response.flush();
    }
}
