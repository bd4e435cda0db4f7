package io.taskledger.ui.quickadd;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One way to say something.
 *
 * @param words what is looked for
 * @param where whether it can be meant so where it stands
 * @param meaning empty where it is no such thing after all, as the 31st of a short month
 */
record Rule(Pattern words, Where where, Function<MatchResult, Optional<Meaning>> meaning) {

    /** Where in a title something is meant and not mentioned. */
    @FunctionalInterface
    interface Where {

        boolean allows(Clues clues, MatchResult found);

        Where ANYWHERE = (_, _) -> true;

        /** Nothing but what is understood already stands behind it. */
        Where AT_THE_END = (clues, found) -> clues.isBlank(found.end(), clues.length());

        /** At the end, or right at the start. */
        Where AT_AN_EDGE = AT_THE_END.or((clues, found) -> clues.isBlank(0, found.start()));

        /** Right before or behind the day. */
        Where BESIDE_THE_DAY = Clues::isBesideTheDay;

        default Where and(Where other) {
            return (clues, found) -> allows(clues, found) && other.allows(clues, found);
        }

        default Where or(Where other) {
            return (clues, found) -> allows(clues, found) || other.allows(clues, found);
        }
    }

    /** Whatever the case, and only whole words. */
    static Rule of(String words, Where where, Function<MatchResult, Optional<Meaning>> meaning) {
        return new Rule(
                Pattern.compile(
                        "(?<![\\p{L}\\p{N}_'’#@!./:-])(?:" + words + ")(?![\\p{L}\\p{N}_'’-]|[.:]\\d)",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                where,
                meaning);
    }
}
