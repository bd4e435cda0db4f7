package io.taskledger.ui.quickadd;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.IntStream;

import io.taskledger.ui.quickadd.Rule.Where;

/** When something is due, in English. */
final class EnglishRules {

    private static final String BY = "(?:(?:on|by|due|until|till|for) )?";
    private static final String WEEKDAY = "(monday)|(tuesday)|(wednesday)|(thursday)|(friday)|(saturday)|(sunday)";
    private static final String SHORT = "(mon)|(tues?)|(wed)|(thu(?:rs?)?)|(fri)";
    /** Before a day of a month: it only says what that day is anyway. */
    private static final String OF_THE_WEEK =
            "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\\.?,? (?:the )?";
    /** A weekday that is one of a span, or of a day of a month that no rule knows. */
    private static final String ALONE =
            "(?!,? (?:the )?\\d{1,2}(?:st|nd|rd|th)| ?[-–/&] ?\\p{L}| (?:to|till|until|through|thru|and|or) )";

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String NOT_A_MEASURE = "(?! ?(?:km|miles?|people|%|pages?|times|kg|minutes?|hours?|x)\\b)";
    private static final List<String> NUMBERS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private static final String NUMBER = "(an?|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2})";
    private static final Set<String> MENTIONED = Set.of(
            "no",
            "the",
            "a",
            "of",
            "like",
            "since",
            "yesterday",
            "last",
            "every",
            "each",
            "black",
            "good",
            "from",
            "for",
            "about",
            "with",
            "to",
            "on",
            "by",
            "until",
            "till",
            "after",
            "before",
            "than",
            "vs",
            "was",
            "happened",
            "version",
            "chapter",
            "section",
            "page");
    private static final Set<String> ALSO_A_VERB = Set.of("may", "march");
    private static final int FARTHEST_DAYS = 60;

    private static final Where UNMENTIONED =
            (clues, found) -> !MENTIONED.contains(clues.wordBefore(found).toLowerCase(Locale.ROOT));
    private static final Where MEANT = UNMENTIONED.and((clues, found) -> !clues.followsAName(found));
    /** After somebody's name, too: a word leads to it, or it is a day of a month; unless the name goes on behind it. */
    private static final Where LED = MEANT.or(UNMENTIONED.and((clues, found) ->
            found.group().matches("(?i)(?:(?:on|by|due|until|till|for|at) (?!the \\d)|(?!the )\\p{L}+\\W+\\d).*")
                    && !clues.precedesAName(found)));

    private static final Where PLAINLY = UNMENTIONED.and(Clues::isPlain);

    /** Before or after it is some other time. */
    private static final Where AT_THAT_TIME =
            (clues, found) -> !clues.wordBefore(found).toLowerCase(Locale.ROOT).matches("before|after|since|past");

    private static final Where ENDS_NO_SPAN = (clues, found) ->
            !clues.wordBefore(found).toLowerCase(Locale.ROOT).matches(".*day|mon|tues?|wed|thu|fri|sat|sun");

    private EnglishRules() {}

    static List<Rule> of(LocalDate today) {
        var days = new Days(today);
        return List.of(
                Rule.of(BY + "(?:the )?day after tomorrow", PLAINLY, _ -> days.in(2, ChronoUnit.DAYS)),
                Rule.of(BY + "(?:today|tonight)", PLAINLY, _ -> days.in(0, ChronoUnit.DAYS)),
                Rule.of(
                        BY + "(?:tomorrow|tmrw|tmr)(?: (?:morning|evening|night|afternoon))?",
                        PLAINLY,
                        _ -> days.in(1, ChronoUnit.DAYS)),
                Rule.of(
                        BY + "(?:" + OF_THE_WEEK + ")?" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?"
                                + NOT_A_MEASURE,
                        LED.and(EnglishRules::isNoCount),
                        found -> days.date(Integer.parseInt(found.group(2)), month(found.group(1)), found.group(3))),
                Rule.of(
                        BY + "(?:" + OF_THE_WEEK + "|the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTH
                                + "(?: (\\d{4}))?",
                        LED,
                        found -> days.date(Integer.parseInt(found.group(1)), month(found.group(2)), found.group(3))),
                Rule.of(
                        "(?:on|by|due|until) (?:" + OF_THE_WEEK + "|the )(\\d{1,2})(?:st|nd|rd|th)",
                        Where.AT_THE_END.and(LED),
                        found -> days.dayOfMonth(Integer.parseInt(found.group(1)))),
                Rule.of(
                        "(?:on |by |due )?next (?:" + WEEKDAY + ")",
                        PLAINLY,
                        found -> days.weekday(which(found), true)),
                Rule.of(
                        "(?:on|by|due|until|till|this|coming) (?:" + WEEKDAY
                                + ")(?: (?:morning|evening|night|afternoon))?" + ALONE,
                        LED.and(ENDS_NO_SPAN),
                        found -> days.weekday(which(found), false)),
                Rule.of(
                        "(?:" + WEEKDAY + ")" + ALONE,
                        Where.AT_AN_EDGE.and(MEANT),
                        found -> days.weekday(which(found), false)),
                Rule.of(
                        "(?:(?:on|by|due) )?(?:" + SHORT + ")",
                        Where.AT_THE_END.and(LED),
                        found -> days.weekday(which(found), false)),
                Rule.of("(?:by |due )?next week", PLAINLY, _ -> days.nextMonday()),
                Rule.of("(?:by |due )?next month", PLAINLY, _ -> days.firstOfNextMonth()),
                Rule.of("(?:by )?(?:the )?end of (?:the )?week", PLAINLY, _ -> days.nextFriday()),
                Rule.of("(?:by )?(?:the )?end of (?:the )?month", PLAINLY, _ -> days.endOfMonth()),
                Rule.of("(?:on )?(?:this|the) weekend", Where.AT_AN_EDGE.and(PLAINLY), _ -> days.nextSaturday()),
                Rule.of("in " + NUMBER + " (day|week|month)s?", PLAINLY, found -> in(found, days)),
                Rule.of(
                        "(?:(?:at|by|from|until|till) )?(\\d{1,2})(?:[:.](\\d{2}))? ?(?:(a)|(p))\\.?m\\.?",
                        AT_THAT_TIME, EnglishRules::halfDay),
                Rule.of(
                        "at (\\d{1,2}):(\\d{2})",
                        Where.ANYWHERE,
                        found -> Days.time(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)))),
                Rule.of(
                        "(\\d{1,2}):(\\d{2})",
                        Where.AT_AN_EDGE.and(MEANT).or(Where.BESIDE_THE_DAY),
                        found -> Days.time(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)))),
                Rule.of("at noon", Where.ANYWHERE, _ -> Days.time(12, 0)),
                Rule.of("at midnight", Where.ANYWHERE, _ -> Days.time(0, 0)),
                Rule.of("at (\\d{1,2})", Where.AT_THE_END.and(LED), found -> byDay(Integer.parseInt(found.group(1)))));
    }

    /** Of groups that stand for Monday to Sunday. */
    static int which(MatchResult found) {
        return IntStream.rangeClosed(1, found.groupCount())
                .filter(group -> found.group(group) != null)
                .findFirst()
                .orElseThrow();
    }

    /** "Ask Jan 5 questions": a month that is no more than a name, and how many of what follows. */
    private static boolean isNoCount(Clues clues, MatchResult found) {
        var isPlain = found.group().toLowerCase(Locale.ROOT).matches(MONTH + " \\d+");
        return !isPlain
                || Where.AT_THE_END.allows(clues, found)
                || (Where.AT_AN_EDGE.allows(clues, found)
                        && !ALSO_A_VERB.contains(found.group(1).toLowerCase(Locale.ROOT)));
    }

    private static Optional<Meaning> in(MatchResult found, Days days) {
        var amount = number(found.group(1).toLowerCase(Locale.ROOT));
        var unit = ChronoUnit.valueOf(found.group(2).toUpperCase(Locale.ROOT) + "S");
        return unit == ChronoUnit.DAYS && amount > FARTHEST_DAYS ? Optional.empty() : days.in(amount, unit);
    }

    private static int number(String word) {
        if (word.startsWith("a")) {
            return 1;
        }
        return NUMBERS.contains(word) ? NUMBERS.indexOf(word) : Integer.parseInt(word);
    }

    private static int month(String name) {
        return 1 + MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT));
    }

    private static Optional<Meaning> halfDay(MatchResult found) {
        var hour = Integer.parseInt(found.group(1));
        var minute = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
        return hour < 1 || hour > 12
                ? Optional.empty()
                : Days.time(hour % 12 + (found.group(4) == null ? 0 : 12), minute);
    }

    /** A bare hour is one at which people are awake. */
    private static Optional<Meaning> byDay(int hour) {
        return Days.time(hour >= 1 && hour <= 6 ? hour + 12 : hour, 0);
    }
}
