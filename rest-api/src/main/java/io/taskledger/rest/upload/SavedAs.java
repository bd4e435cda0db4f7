package io.taskledger.rest.upload;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The header {@code Content-Disposition} (RFC 6266) of something that is downloaded. */
final class SavedAs {

    /** Beside letters and digits, what may stand for itself: {@code attr-char} (RFC 8187 §3.2.1). */
    private static final String PLAIN = "!#$&+-.^_`|~";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7E;

    private SavedAs() {}

    /**
     * Never opened in the browser's window, but saved under a name.
     *
     * @param name made safe by the store
     */
    public static String attachment(String name) {
        return disposition("attachment", name);
    }

    /** Shown in the browser's window; saved from there under the name. */
    public static String inline(String name) {
        return disposition("inline", name);
    }

    private static String disposition(String how, String name) {
        var fallback = fallback(name);
        var header = how + "; filename=\"" + fallback + "\"";
        return fallback.equals(name) ? header : header + "; filename*=UTF-8''" + escaped(name);
    }

    /** For clients that know nothing but ASCII. A quote or backslash would have to be escaped, which many read wrongly. */
    private static String fallback(String name) {
        var ascii = new StringBuilder();
        name.codePoints()
                .map(one -> one < FIRST_PRINTABLE || one > LAST_PRINTABLE || one == '"' || one == '\\' || one == '%'
                        ? '_'
                        : one)
                .forEach(ascii::appendCodePoint);
        return ascii.toString();
    }

    private static String escaped(String name) {
        var escaped = new StringBuilder();
        for (var octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (standsForItself(octet)) {
                escaped.append((char) octet);
            } else {
                escaped.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return escaped.toString();
    }

    private static boolean standsForItself(byte octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '0' && octet <= '9')
                || PLAIN.indexOf(octet) >= 0;
    }
}
