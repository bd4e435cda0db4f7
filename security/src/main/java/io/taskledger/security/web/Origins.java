package io.taskledger.security.web;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

import io.taskledger.security.SecuritySettings;
import org.springframework.http.HttpHeaders;

/**
 * Which pages a browser's request may come from. The {@code Origin} header (RFC 6454 §7) is set by the browser and by no
 * script, and browsers send it with every request that changes something.
 */
final class Origins {

    private final Set<String> allowed;

    Origins(SecuritySettings settings) {
        this.allowed = Stream.concat(Stream.of(ownOrigin(settings)), settings.corsOrigins().stream())
                .map(origin -> origin.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The request comes from our own page or from an allowed one. False where it does not say. */
    boolean allow(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && (isOwn(request, origin) || allowed.contains(origin.toLowerCase(Locale.ROOT)));
    }

    private static boolean isOwn(HttpServletRequest request, String origin) {
        if (!SecuritySettings.isOrigin(origin)) {
            return false;
        }
        var from = URI.create(origin);
        return request.getScheme().equalsIgnoreCase(from.getScheme())
                && request.getServerName().equalsIgnoreCase(from.getHost())
                && request.getServerPort() == port(from);
    }

    /** What people's browsers call us, which behind a proxy is not what a request says. */
    private static String ownOrigin(SecuritySettings settings) {
        return settings.publicUrl().resolve("/").toString().replaceFirst("/$", "");
    }

    private static int port(URI origin) {
        if (origin.getPort() != -1) {
            return origin.getPort();
        }
        return "https".equalsIgnoreCase(origin.getScheme()) ? 443 : 80;
    }
}
