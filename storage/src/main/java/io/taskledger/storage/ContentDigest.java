package io.taskledger.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * SHA-256 of a content, by which it is found.
 *
 * @param hex 64 hexadecimal digits in lower case
 */
public record ContentDigest(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public ContentDigest {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("no SHA-256 digest");
        }
    }

    /** Empty where the text is no digest. */
    public static Optional<ContentDigest> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ContentDigest(text)) : Optional.empty();
    }

    static ContentDigest of(MessageDigest finished) {
        return new ContentDigest(HexFormat.of().formatHex(finished.digest()));
    }

    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** Where it lies, in two levels of folders, so that none gets too long: {@code ab/cd/abcd…}. */
    String place() {
        return hex.substring(0, 2) + "/" + hex.substring(2, 4) + "/" + hex;
    }

    @Override
    public String toString() {
        return hex;
    }
}
