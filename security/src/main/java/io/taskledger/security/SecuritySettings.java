package io.taskledger.security;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What the operator decides about who may come in.
 *
 * @param keysFolder where {@code master.key} lies, or is made at the first start; outside the database and its backups
 * @param masterKey 32 bytes as hex or Base64; instead of the file
 * @param minPasswordLength in characters, 1 to {@value #MOST_PASSWORD_LENGTH}
 * @param restSession how long a program's sign-in lasts
 * @param browserSession how long a person's sign-in lasts
 * @param corsOrigins other origins whose pages may call the API, such as {@code https://app.example.org}
 * @param secureCookies cookies go over TLS only
 * @param publicUrl where people find this product
 */
public record SecuritySettings(
        Path keysFolder,
        @Nullable String masterKey,
        int minPasswordLength,
        Duration restSession,
        Duration browserSession,
        List<String> corsOrigins,
        boolean secureCookies,
        URI publicUrl) {

    /** Longest password that an account can have, in characters. */
    public static final int MOST_PASSWORD_LENGTH = 100;

    /** @throws IllegalArgumentException naming the setting that makes no sense */
    public SecuritySettings {
        require(
                minPasswordLength >= 1 && minPasswordLength <= MOST_PASSWORD_LENGTH,
                "the shortest password's length must be between 1 and " + MOST_PASSWORD_LENGTH);
        require(restSession.isPositive() && browserSession.isPositive(), "a session must last longer than nothing");
        corsOrigins = List.copyOf(corsOrigins);
        for (var origin : corsOrigins) {
            require(
                    isOrigin(origin),
                    "not an origin (scheme://host, with a port where it has one, and nothing after it): " + origin);
        }
    }

    /** What holds where the operator said nothing: 8 characters, 12 hours for programs, 14 days for browsers. */
    public static SecuritySettings defaults(Path keysFolder, URI publicUrl) {
        return new SecuritySettings(
                keysFolder, null, 8, Duration.ofHours(12), Duration.ofDays(14), List.of(), false, publicUrl);
    }

    /** {@code scheme://host}, with a port where it has one, and nothing after it (RFC 6454 §6.2). */
    public static boolean isOrigin(String text) {
        try {
            var uri = URI.create(text);
            return uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getUserInfo() == null
                    && Objects.requireNonNullElse(uri.getRawPath(), "").isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (IllegalArgumentException notEvenAUri) {
            return false;
        }
    }

    /** Without the key: this text ends up in logs. */
    @Override
    public String toString() {
        return "SecuritySettings[keysFolder=%s, masterKey=%s, minPasswordLength=%d, restSession=%s, browserSession=%s, corsOrigins=%s, secureCookies=%s, publicUrl=%s]"
                .formatted(
                        keysFolder,
                        masterKey == null ? "from the folder" : "given",
                        minPasswordLength,
                        restSession,
                        browserSession,
                        corsOrigins,
                        secureCookies,
                        publicUrl);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
