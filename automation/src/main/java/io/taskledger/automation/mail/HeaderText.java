package io.taskledger.automation.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Texts of people in the header of a mail: whatever they hold, they stay within their one field. */
final class HeaderText {

    /** Control characters, line and paragraph ends, and what turns the direction of writing around. */
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");

    /** Encoded words have at most 75 characters (RFC 2047 §2), of which 12 are the frame. */
    private static final int MOST_BYTES = 45;

    private static final int LINE = 66;

    private HeaderText() {}

    /** The text on one line, as a person reads it. */
    static String oneLine(String text) {
        return UNFIT.matcher(text).replaceAll(" ").strip();
    }

    /**
     * As it stands in the header. What is not plain ASCII is encoded (RFC 2047); so is what looks as if it were encoded
     * already, since readers would decode it into something else, and what is too long for one line: only encoded words
     * can be cut anywhere.
     */
    static String encoded(String text) {
        var line = oneLine(text);
        var plain = line.length() <= LINE && line.chars().allMatch(c -> c >= ' ' && c <= '~') && !line.contains("=?");
        return plain ? line : String.join("\r\n ", words(line));
    }

    private static List<String> words(String line) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        line.codePoints().mapToObj(Character::toString).forEach(character -> {
            if (bytes(word + character).length > MOST_BYTES) {
                words.add(word(word));
                word.setLength(0);
            }
            word.append(character);
        });
        words.add(word(word));
        return words;
    }

    private static String word(CharSequence text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(text)) + "?=";
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
