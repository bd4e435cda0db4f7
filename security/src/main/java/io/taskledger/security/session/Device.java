package io.taskledger.security.session;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * From where a session was begun: as little as lets its person know it again, and tells no one machine from its neighbours.
 *
 * @param words such as {@code Firefox on Linux}; null where the program does not say
 * @param network such as {@code 203.0.113.0/24}; null where no request came
 */
public record Device(@Nullable String words, @Nullable String network) {

    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final int LONGEST_READ = 400;
    private static final int BYTES_OF_4 = 3;
    private static final int BYTES_OF_6 = 6;
    private static final int BITS = 8;

    /** In the order to look for: most programs say that they are others, too. */
    private static final List<Sign> PROGRAMS = List.of(
            new Sign("Edg", "Edge"),
            new Sign("OPR/", "Opera"),
            new Sign("Firefox/", "Firefox"),
            new Sign("FxiOS/", "Firefox"),
            new Sign("CriOS/", "Chrome"),
            new Sign("Chrome/", "Chrome"),
            new Sign("Safari/", "Safari"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("Android", "Android"),
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("Windows", "Windows"),
            new Sign("Mac OS X", "macOS"),
            new Sign("CrOS", "ChromeOS"),
            new Sign("Linux", "Linux"));

    private record Sign(String said, String meant) {}

    /** Of the calling thread's request. */
    public static Device ofThisRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? new Device(
                        words(attributes.getRequest().getHeader(HttpHeaders.USER_AGENT)),
                        network(attributes.getRequest().getRemoteAddr()))
                : new Device(null, null);
    }

    static @Nullable String words(@Nullable String userAgent) {
        if (userAgent == null) {
            return null;
        }
        var said = userAgent.substring(0, Math.min(userAgent.length(), LONGEST_READ));
        var program = first(PROGRAMS, said);
        var system = first(SYSTEMS, said);
        if (program.isPresent()) {
            return system.map(on -> program.get() + " on " + on).orElse(program.get());
        }
        var name = said.split("[/ ]", 2)[0];
        return PRODUCT.matcher(name).matches() ? name : null;
    }

    /** The first 24 bits of an IPv4 address, the first 48 of another. */
    static @Nullable String network(String address) {
        try {
            var given = InetAddress.ofLiteral(address);
            var kept = given instanceof Inet4Address ? BYTES_OF_4 : BYTES_OF_6;
            var bytes = given.getAddress();
            Arrays.fill(bytes, kept, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * BITS;
        } catch (IllegalArgumentException | UnknownHostException noAddress) {
            return null;
        }
    }

    private static Optional<String> first(List<Sign> signs, String text) {
        return signs.stream()
                .filter(sign -> text.contains(sign.said()))
                .map(Sign::meant)
                .findFirst();
    }
}
