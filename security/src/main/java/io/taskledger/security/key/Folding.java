package io.taskledger.security.key;

import java.text.Normalizer;
import java.util.Locale;

/** Makes texts equal that people take for the same name. */
public final class Folding {

    private Folding() {}

    /**
     * Compatibility-composed (NFKC, Unicode UAX #15) and without case: {@code ＡＮＮ}, {@code Ann} and {@code ann} are one.
     * Over capitals first, as {@code ß} and {@code ς} have no other way to meet {@code SS} and {@code Σ}.
     */
    public static String fold(String name) {
        var composed = Normalizer.normalize(name.strip(), Normalizer.Form.NFKC);
        var folded = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }
}
