package io.taskledger.app.settings;

import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Optional;

/** The form of a master key in a setting. */
final class MasterKeyText {

    private static final int BYTES = 32;
    private static final int DIFFERENT = 16;

    private MasterKeyText() {}

    /** @throws IllegalArgumentException for anything but 32 bytes in hexadecimal or Base64 */
    static Optional<String> checked(String text) {
        if (bytes(text).length != BYTES) {
            throw new IllegalArgumentException();
        }
        return Optional.of(text);
    }

    /**
     * Whether it is nothing that a person would make up: few bytes again and again, a row such as 00 01 02, or a text. Of 32
     * random bytes about 30 differ, and so do the steps between them; that all are printable happens once in 10^13.
     */
    static boolean looksRandom(String text) {
        var key = bytes(text);
        var seen = new BitSet();
        var steps = new BitSet();
        var printable = 0;
        for (var at = 0; at < key.length; at++) {
            seen.set(Byte.toUnsignedInt(key[at]));
            steps.set(Byte.toUnsignedInt((byte) (key[at] - key[at == 0 ? key.length - 1 : at - 1])));
            printable += key[at] >= ' ' && key[at] <= '~' ? 1 : 0;
        }
        return seen.cardinality() >= DIFFERENT && steps.cardinality() >= DIFFERENT && printable < key.length;
    }

    private static byte[] bytes(String text) {
        return text.length() == 2 * BYTES
                ? HexFormat.of().parseHex(text)
                : Base64.getDecoder().decode(text);
    }
}
