package io.taskledger.security.token;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import io.taskledger.security.SecuritySettings;
import org.springframework.http.ResponseCookie;

/** The cookie {@value #NAME} in which a web client's access token may travel: scripts cannot read it. */
public final class AccessCookie {

    public static final String NAME = "access_token";

    private final SecuritySettings settings;

    public AccessCookie(SecuritySettings settings) {
        this.settings = settings;
    }

    /** To be set at sign-in; lasts as long as a program's session. */
    public ResponseCookie holding(String token) {
        return cookie(token, settings.restSession());
    }

    /** To be set at sign-out. */
    public ResponseCookie cleared() {
        return cookie("", Duration.ZERO);
    }

    /** The token that a request brings in it. */
    public static Optional<String> of(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> NAME.equals(cookie.getName()))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private ResponseCookie cookie(String value, Duration age) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(settings.secureCookies())
                .sameSite(sameSite())
                .path("/")
                .maxAge(age)
                .build();
    }

    /** Pages of another site are let in only where the operator named one, and browsers want TLS for that. */
    private String sameSite() {
        return settings.secureCookies() && !settings.corsOrigins().isEmpty() ? "None" : "Lax";
    }
}
