package io.taskledger.messages;

/**
 * A field that breaks a rule.
 *
 * @param field its name in the messages, snake case, such as {@code due_date}
 * @param limit the rule's number where it has one (characters, entries), else 0
 */
public record FieldProblem(String field, Kind kind, int limit) {

    /** Which rule is broken. */
    public enum Kind {
        MISSING,
        TOO_SHORT,
        TOO_LONG,
        TOO_MANY,
        /** Holds a character that no text may have: NUL, or half of a surrogate pair. */
        UNSTORABLE,
        /** A character that this field does not allow. */
        FORBIDDEN_CHARACTER,
        NOT_AN_EMAIL,
        /** A name that is none of those there are, such as a time zone's. */
        UNKNOWN,
        /** A date in a year that no calendar here goes to. */
        OUT_OF_RANGE,
        /** A time without the day that it belongs to. */
        TIME_WITHOUT_DATE,
        /** A password from the list of common ones. */
        TOO_COMMON,
        /** A password made of the person's own names. */
        OWN_NAME
    }
}
