package io.taskledger.rest.account;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import io.taskledger.security.token.AccessCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/** Every token that a request brings along, good or not: of its bearer header, of its cookie. */
final class OfferedTokens {

    private static final String SCHEME = "Bearer ";

    private OfferedTokens() {}

    static Stream<String> in(HttpServletRequest request) {
        var header = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(text -> StringUtils.startsWithIgnoreCase(text, SCHEME))
                .map(text -> text.substring(SCHEME.length()).strip());
        var cookies = Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(AccessCookie.NAME))
                .map(Cookie::getValue);
        return Stream.concat(header.stream(), cookies).filter(StringUtils::hasText);
    }
}
