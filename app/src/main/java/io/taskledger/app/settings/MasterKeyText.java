package io.taskledger.app.settings;

import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Optional;

/** The form of a master key in a setting. */
final class MasterKeyText {

    private static final int BYTES = 32;

    private MasterKeyText() {}

    /** @throws IllegalArgumentException for anything but 32 bytes in hexadecimal or Base64 */
    static Optional<String> checked(String text) {
        if (bytes(text).length != BYTES) {
            throw new IllegalArgumentException();
        }
        return Optional.of(text);
    }

    /** How many of its bytes differ from each other, 1 to 32. */
    static int differentBytes(String text) {
        var seen = new BitSet();
        for (var one : bytes(text)) {
            seen.set(Byte.toUnsignedInt(one));
        }
        return seen.cardinality();
    }

    private static byte[] bytes(String text) {
        return text.length() == 2 * BYTES
                ? HexFormat.of().parseHex(text)
                : Base64.getDecoder().decode(text);
    }
}
