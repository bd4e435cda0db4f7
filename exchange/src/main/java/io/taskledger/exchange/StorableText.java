package io.taskledger.exchange;

/** Makes any text one that can be stored, or one that fits. */
public final class StorableText {

    private static final String ELLIPSIS = "…";

    private StorableText() {}

    /**
     * The text without NUL characters and lone surrogates: PostgreSQL takes no NUL in a {@code text}, and UTF-8 has no
     * form for half a pair (RFC 3629 §3). The very same object where there are none.
     */
    public static String cleaned(String text) {
        if (text.codePoints().noneMatch(StorableText::isUnstorable)) {
            return text;
        }
        return text.codePoints()
                .filter(character -> !isUnstorable(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** At most {@code limit} UTF-16 units: a longer text ends in "…", and no character is cut in two. */
    public static String shortened(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = limit - ELLIPSIS.length();
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + ELLIPSIS;
    }

    private static boolean isUnstorable(int character) {
        // codePoints() gives a surrogate by itself only where its other half is missing.
        return character == 0 || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }
}
