package io.taskledger.messages.workspace;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where something stands among its neighbours: places sort as texts do, byte by byte, and between any two there is
 * another one, so that moving one thing changes nothing else (fractional indexing).
 *
 * @param text 1 to 200 of Crockford's base 32 digits, the last one not {@code 0}: read as the digits of a fraction
 *     between 0 and 1. A new task's is the ULID in its id, so that it comes after those made before it
 */
public record Place(@JsonValue String text) implements Comparable<Place> {

    /** Some 500 moves into the same gap, each halving it. */
    public static final int LIMIT = 200;

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int ULID_LENGTH = 26;

    public Place {
        if (!isOne(text)) {
            throw new IllegalArgumentException("not a place");
        }
    }

    /** Where something stands as long as nobody has put it elsewhere: after all that is older. */
    public static Place ofAge(String id) {
        var ulid = id.substring(id.length() - ULID_LENGTH);
        return new Place(ulid.endsWith("0") ? ulid + DIGITS.charAt(DIGITS.length() / 2) : ulid);
    }

    /**
     * The n-th of many that are placed at once, from 0, before everything that is placed by its age.
     *
     * @param index 0 to 32^6 - 1
     */
    public static Place numbered(long index) {
        var digits = new StringBuilder("Z");
        for (var rest = index; digits.length() < 7; rest /= DIGITS.length()) {
            digits.insert(0, DIGITS.charAt((int) (rest % DIGITS.length())));
        }
        // Today's ULIDs begin with 01.
        return new Place("00" + digits);
    }

    /**
     * A place between two neighbours.
     *
     * @param before the one above, empty at the top
     * @param after the one below, empty at the end; after {@code before}
     * @return empty where the gap is used up ({@link #LIMIT}), or the two stand the wrong way round
     */
    public static Optional<Place> between(Optional<Place> before, Optional<Place> after) {
        var low = before.map(Place::text).orElse("");
        var high = after.map(Place::text).orElse("");
        if (!high.isEmpty() && low.compareTo(high) >= 0) {
            return Optional.empty();
        }
        var middle = middle(low, high);
        return isOne(middle) ? Optional.of(new Place(middle)) : Optional.empty();
    }

    /** Empty where the text is no place. */
    public static Optional<Place> parse(String text) {
        return isOne(text) ? Optional.of(new Place(text)) : Optional.empty();
    }

    @Override
    public int compareTo(Place other) {
        return text.compareTo(other.text);
    }

    @JsonCreator
    static Place stored(String text) {
        return new Place(text);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Digit by digit: what both share is kept, then the digit in the middle, or a digit more where there is none. */
    private static String middle(String low, String high) {
        var place = new StringBuilder();
        var bounded = !high.isEmpty();
        for (var at = 0; ; at++) {
            var from = at < low.length() ? DIGITS.indexOf(low.charAt(at)) : 0;
            var to = bounded ? DIGITS.indexOf(high.charAt(at)) : DIGITS.length();
            if (to - from > 1) {
                return place.append(DIGITS.charAt((from + to) / 2)).toString();
            }
            place.append(DIGITS.charAt(from));
            bounded &= to == from;
        }
    }

    private static boolean isOne(String text) {
        return !text.isEmpty()
                && text.length() <= LIMIT
                && !text.endsWith("0")
                && text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
    }
}
