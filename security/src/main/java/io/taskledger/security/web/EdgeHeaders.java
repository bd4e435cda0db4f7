package io.taskledger.security.web;

import java.util.List;

import io.taskledger.security.SecuritySettings;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** What every answer tells browsers not to do with it. A page says for itself what else it may load. */
public final class EdgeHeaders {

    /** Of answers that are no page: nothing is loaded or run, whatever they are taken for. */
    static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    /** Of pages that are documents: scripts and styles of ours, and nothing of elsewhere. */
    static final String DOCUMENT = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    private static final String POLICY = "Content-Security-Policy";
    private static final List<String> DOCUMENTS = List.of("/docs", "/swagger-ui", "/problems");
    private static final long A_YEAR = 31_536_000;

    private static final String NO_DEVICE =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
                    + " hid=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), serial=(),"
                    + " usb=()";

    private EdgeHeaders() {}

    /**
     * The policy of a page of the browser's: its scripts are those that the server marked with the nonce, or files of ours.
     * The framework makes functions of the expressions that the server sends ({@code 'unsafe-eval'}), and its components bring
     * style elements ({@code 'unsafe-inline'} for styles, never for scripts).
     *
     * @param nonce fresh for each page, in Base64
     */
    public static String pagePolicy(String nonce) {
        return "default-src 'none'; script-src 'self' 'nonce-" + nonce
                + "' 'unsafe-eval'; style-src 'self' 'unsafe-inline';"
                + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; manifest-src 'self';"
                + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }

    /** For each of the filter chains. */
    public static Customizer<HeadersConfigurer<HttpSecurity>> on(SecuritySettings settings) {
        return headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .httpStrictTransportSecurity(hsts -> overTlsAlone(hsts, settings))
                // Not less: forms of our own pages would come from an origin called "null".
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(NO_DEVICE))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .addHeaderWriter(policyUnlessSaid());
    }

    /** Behind a proxy that ends TLS, a request does not say what the browser speaks; the public address does. */
    private static void overTlsAlone(HeadersConfigurer<HttpSecurity>.HstsConfig hsts, SecuritySettings settings) {
        if (settings.secureCookies()) {
            hsts.requestMatcher(AnyRequestMatcher.INSTANCE)
                    .maxAgeInSeconds(A_YEAR)
                    .includeSubDomains(false);
        } else {
            hsts.disable();
        }
    }

    private static HeaderWriter policyUnlessSaid() {
        return (request, response) -> {
            if (!response.containsHeader(POLICY)) {
                var path = request.getRequestURI();
                response.setHeader(POLICY, DOCUMENTS.stream().anyMatch(path::startsWith) ? DOCUMENT : NOTHING);
            }
        };
    }
}
