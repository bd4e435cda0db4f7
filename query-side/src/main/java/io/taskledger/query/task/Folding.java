package io.taskledger.query.task;

import java.text.Normalizer;

/**
 * What is the same to somebody who searches: letters without their case and accents, any blank for any other. Each
 * character becomes one of the same length, so that a place in the folded text is that place in the text.
 */
final class Folding {

    private Folding() {}

    static String of(String text) {
        var folded = new StringBuilder(text.length());
        text.codePoints().map(Folding::of).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static int of(int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return ' ';
        }
        if (c < 0x80) {
            return Character.toLowerCase(c);
        }
        // To lower case first: what the database takes for one letter in two cases is one letter here too.
        var plain = Character.toLowerCase(Character.toUpperCase(base(Character.toLowerCase(c))));
        return Character.charCount(plain) == Character.charCount(c) ? plain : c;
    }

    /** The letter under its accents. */
    private static int base(int c) {
        if (Character.getType(c) == Character.SURROGATE) {
            return c;
        }
        var parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
        var first = parts.codePointAt(0);
        return parts.codePoints().skip(1).allMatch(Folding::isAccent) ? first : c;
    }

    private static boolean isAccent(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
