package io.taskledger.messages;

/** Texts that name something: without the blanks around them, and with something in them that can be seen. */
public final class Trimmed {

    private Trimmed() {}

    /**
     * The text without the blanks at both ends, those that do not break included; empty where nothing of it can be seen,
     * as of nothing but zero-width characters.
     */
    public static String of(String text) {
        if (text.codePoints().noneMatch(Trimmed::isSeen)) {
            return "";
        }
        var begin = 0;
        var end = text.length();
        while (isBlank(text.codePointAt(begin))) {
            begin += Character.charCount(text.codePointAt(begin));
        }
        while (isBlank(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(begin, end);
    }

    /** What PostgreSQL cannot store counts as seen: it is refused by its own name. */
    private static boolean isSeen(int character) {
        return !isBlank(character)
                && Character.getType(character) != Character.FORMAT
                && (Character.getType(character) != Character.CONTROL || character == 0);
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
