package io.taskledger.rest.account;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import io.taskledger.rest.RestSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The cookie that a browser's client signs in with, in place of a bearer header. */
@Component
class SignInCookie {

    static final String NAME = "access_token";

    /** As long as the contract's token lives. */
    private static final Duration LIFE = Duration.ofHours(12);

    private static final String SCHEME = "Bearer ";

    private final RestSettings settings;

    SignInCookie(RestSettings settings) {
        this.settings = settings;
    }

    String holding(String token) {
        return cookie(token, LIFE);
    }

    String cleared() {
        return cookie("", Duration.ZERO);
    }

    /** Every token that a request brings along, good or not: of its bearer header, of its cookie. */
    static Stream<String> tokens(HttpServletRequest request) {
        var header = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(text -> StringUtils.startsWithIgnoreCase(text, SCHEME))
                .map(text -> text.substring(SCHEME.length()).strip());
        var cookies = Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue);
        return Stream.concat(header.stream(), cookies).filter(StringUtils::hasText);
    }

    private String cookie(String value, Duration life) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(settings.secureCookies())
                .sameSite("Lax")
                .path("/")
                .maxAge(life)
                .build()
                .toString();
    }
}
