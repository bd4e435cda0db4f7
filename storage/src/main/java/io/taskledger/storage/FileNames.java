package io.taskledger.storage;

import java.text.Normalizer;
import java.util.Locale;

/** Makes a name that somebody sent one that can be shown and saved under, and keeps of it what it can. */
final class FileNames {

    /** In Unicode code points. */
    public static final int LIMIT = 255;

    private static final String NAMELESS = "file";
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private FileNames() {}

    /**
     * The last part of the path, composed (NFC), without control characters, half surrogates, and characters that change
     * the direction of others or are not seen; at most {@link #LIMIT} long with its extension kept; never empty, {@code .}
     * or {@code ..}.
     */
    public static String safe(String name) {
        var visible = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFC)
                .codePoints()
                .filter(FileNames::mayStay)
                .forEach(visible::appendCodePoint);
        var path = visible.toString();
        var last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .strip();
        // Windows drops dots at the end, so that what follows the one before would become the extension.
        var end = last.length();
        while (end > 0 && (last.charAt(end - 1) == '.' || Character.isWhitespace(last.charAt(end - 1)))) {
            end--;
        }
        return end == 0 ? NAMELESS : shortened(last.substring(0, end));
    }

    /** From the last dot on, in lower case; empty where there is none, or nothing before or after it. */
    public static String extension(String safeName) {
        var dot = safeName.lastIndexOf('.');
        return dot < 1 || dot == safeName.length() - 1
                ? ""
                : safeName.substring(dot).toLowerCase(Locale.ROOT);
    }

    private static boolean mayStay(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            // Persian words and some emoji need the joiners.
            case Character.FORMAT -> character == ZERO_WIDTH_NON_JOINER || character == ZERO_WIDTH_JOINER;
            default -> true;
        };
    }

    private static String shortened(String name) {
        var length = name.codePointCount(0, name.length());
        if (length <= LIMIT) {
            return name;
        }
        var extension = name.substring(name.length() - extension(name).length());
        var kept = LIMIT - extension.codePointCount(0, extension.length());
        return kept < 1
                ? name.substring(0, name.offsetByCodePoints(0, LIMIT))
                : name.substring(0, name.offsetByCodePoints(0, kept)) + extension;
    }
}
