package io.taskledger.messages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;

/**
 * What an id's text is made of: its kind, a dash and a ULID. Ids of a kind sort by the time that they were made at, so
 * indexes stay compact; the kind is in the text since a stream is found by its id alone.
 */
public final class IdKind {

    private static final int ULID_RANDOM_BYTES = 10;

    private static final int ULID_LENGTH = 26;

    /** Crockford's alphabet in upper case: no I, L, O and U. */
    private static final boolean[] ULID_DIGIT = new boolean['Z' + 1];

    static {
        "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().forEach(digit -> ULID_DIGIT[digit] = true);
    }

    private final String prefix;

    public IdKind(String kind) {
        this.prefix = kind + "-";
    }

    public boolean matches(String text) {
        // A fold looks at every id of every event: a regular expression took a fifth of its time.
        return text.length() == prefix.length() + ULID_LENGTH
                && text.startsWith(prefix)
                && text.charAt(prefix.length()) <= '7'
                && isUlid(text, prefix.length());
    }

    public String nextText() {
        return prefix + UlidCreator.getMonotonicUlid();
    }

    public String derivedText(long millis, String source) {
        return prefix + new Ulid(millis & 0xFFFF_FFFF_FFFFL, random(source)).toString();
    }

    /**
     * The id of this kind that has the ULID of another kind's id: two things that come into being together.
     *
     * @param other an id's text, of any kind
     */
    public String sharing(String other) {
        return prefix + other.substring(other.length() - ULID_LENGTH);
    }

    /** @throws IllegalArgumentException where the text is of another form: edges parse before they construct */
    public void require(String text) {
        if (!matches(text)) {
            throw new IllegalArgumentException("not an id that starts with " + prefix);
        }
    }

    private static boolean isUlid(String text, int start) {
        for (var at = start; at < text.length(); at++) {
            var digit = text.charAt(at);
            if (digit > 'Z' || !ULID_DIGIT[digit]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] random(String source) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, ULID_RANDOM_BYTES);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
