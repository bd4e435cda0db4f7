package io.taskledger.app.settings;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The form of a master key in a setting. */
final class MasterKeyText {

    private static final int BYTES = 32;

    private MasterKeyText() {}

    /** @throws IllegalArgumentException for anything but 32 bytes in hexadecimal or Base64 */
    static Optional<String> checked(String text) {
        var bytes = text.length() == 2 * BYTES
                ? HexFormat.of().parseHex(text)
                : Base64.getDecoder().decode(text);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException();
        }
        return Optional.of(text);
    }
}
