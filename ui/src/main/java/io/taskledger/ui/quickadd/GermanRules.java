package io.taskledger.ui.quickadd;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;

import io.taskledger.ui.quickadd.Rule.Where;

/** When something is due, in German. */
final class GermanRules {

    private static final String BIS = "(?:(?:am|bis|bis zum|zum|ab|für) )?";
    private static final String WEEKDAY =
            "(montag)|(dienstag)|(mittwoch)|(donnerstag)|(freitag)|(samstag|sonnabend)|(sonntag)";
    private static final String PART_OF_DAY = "(?: ?(?:früh|morgen|vormittag|mittag|nachmittag|abend|nacht))?";
    /** Before a day of a month: it only says what that day is anyway. */
    private static final String OF_THE_WEEK =
            "(?:(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"
                    + "|mo|di|mi|do|fr|sa|so)\\.?,? (?:de[nm] )?)?";
    /** A weekday that is one of a span, or of a day of a month that no rule knows. */
    private static final String ALONE = "(?!,? (?:de[nmr] )?\\d{1,2}\\.(?!\\d)| ?[-–/&] ?\\p{L}| (?:bis|und|oder) )";

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez");
    private static final String MONTH = "(jan(?:uar)?|feb(?:ruar)?|märz|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?"
            + "|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dez(?:ember)?)\\.?";
    private static final List<String> NUMBERS =
            List.of("null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn");
    private static final String NUMBER = "(eine[mr]|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|\\d{1,2})";
    private static final Set<String> MENTIONED = Set.of(
            "guten",
            "jeden",
            "jeder",
            "der",
            "die",
            "das",
            "des",
            "den",
            "von",
            "seit",
            "letzten",
            "schwarzer",
            "schwarzen",
            "black",
            "blauer",
            "blauen",
            "weißer",
            "freaky",
            "version",
            "kapitel",
            "release",
            "abschnitt",
            "punkt",
            "artikel",
            "absatz",
            "nummer",
            "ziffer",
            "seite",
            "§",
            "stand",
            "vom",
            "am",
            "zum",
            "aus",
            "nach",
            "vor",
            "auf",
            "für",
            "über",
            "mit",
            "wegen",
            "statt",
            "geht");
    private static final int FARTHEST_DAYS = 60;

    private static final Where MEANT =
            (clues, found) -> !MENTIONED.contains(clues.wordBefore(found).toLowerCase(Locale.ROOT));
    private static final Where PLAINLY = MEANT.and(Clues::isPlain);

    /** Before or after it is some other time. */
    private static final Where AT_THAT_TIME =
            (clues, found) -> !clues.wordBefore(found).toLowerCase(Locale.ROOT).matches("vor|nach|seit");

    private static final Where ENDS_NO_SPAN =
            (clues, found) -> !clues.wordBefore(found).toLowerCase(Locale.ROOT).matches(".*tag|mittwoch|sonnabend");

    private GermanRules() {}

    static List<Rule> of(LocalDate today) {
        var days = new Days(today);
        return List.of(
                Rule.of("(?:bis )?übermorgen" + PART_OF_DAY, PLAINLY, _ -> days.in(2, ChronoUnit.DAYS)),
                Rule.of("(?:bis )?heute" + PART_OF_DAY, PLAINLY, _ -> days.in(0, ChronoUnit.DAYS)),
                Rule.of("(?:bis )?morgen" + PART_OF_DAY, PLAINLY, _ -> days.in(1, ChronoUnit.DAYS)),
                Rule.of(
                        BIS + OF_THE_WEEK + "(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})",
                        MEANT,
                        found -> numeric(found, days)),
                Rule.of(
                        "(?:am|bis|bis zum|zum|ab) " + OF_THE_WEEK + "(\\d{1,2})\\.(\\d{1,2})\\.",
                        MEANT,
                        found -> numeric(found, days)),
                Rule.of(
                        OF_THE_WEEK + "(\\d{1,2})\\.(\\d{1,2})\\.",
                        Where.AT_THE_END.and(MEANT),
                        found -> numeric(found, days)),
                Rule.of(
                        BIS + OF_THE_WEEK + "(\\d{1,2})\\. ?" + MONTH + "(?: (\\d{4}))?",
                        MEANT,
                        found -> days.date(Integer.parseInt(found.group(1)), month(found.group(2)), found.group(3))),
                Rule.of(
                        "(?:am |bis )?nächste[nrs]? (?:" + WEEKDAY + ")" + PART_OF_DAY,
                        PLAINLY,
                        found -> days.weekday(EnglishRules.which(found), true)),
                Rule.of(
                        "(?:am|bis|bis zum|ab|(?:am )?kommenden|(?:am )?diesen) (?:" + WEEKDAY + ")" + PART_OF_DAY
                                + ALONE,
                        MEANT.and(ENDS_NO_SPAN),
                        found -> days.weekday(EnglishRules.which(found), false)),
                Rule.of(
                        "(?:" + WEEKDAY + ")" + PART_OF_DAY + ALONE,
                        Where.AT_AN_EDGE.and(MEANT),
                        found -> days.weekday(EnglishRules.which(found), false)),
                Rule.of("(?:bis )?(?:nächste|kommende) woche", PLAINLY, _ -> days.nextMonday()),
                Rule.of("(?:bis )?nächsten monat", PLAINLY, _ -> days.firstOfNextMonth()),
                Rule.of("(?:bis )?ende (?:der|dieser) woche", PLAINLY, _ -> days.nextFriday()),
                Rule.of("(?:bis )?ende (?:des monats|diesen monats)", PLAINLY, _ -> days.endOfMonth()),
                Rule.of("am wochenende", Where.AT_AN_EDGE.and(PLAINLY), _ -> days.nextSaturday()),
                Rule.of("in " + NUMBER + " (tag|woche|monat)(?:e?n)?", PLAINLY, found -> in(found, days)),
                Rule.of(
                        "(?:um |gegen |ab |bis )?(\\d{1,2})(?:[:.](\\d{2}))? uhr(?: (\\d{2}))?",
                        AT_THAT_TIME, GermanRules::clock),
                Rule.of(
                        "(?:um|gegen|ab) (\\d{1,2})[:.](\\d{2})",
                        Where.ANYWHERE,
                        found -> Days.time(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)))),
                Rule.of(
                        "(\\d{1,2}):(\\d{2})",
                        Where.AT_AN_EDGE.and(MEANT).or(Where.BESIDE_THE_DAY),
                        found -> Days.time(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)))),
                Rule.of("um mitternacht", Where.ANYWHERE, _ -> Days.time(0, 0)),
                Rule.of(
                        "um (\\d{1,2})",
                        Where.AT_THE_END.and(MEANT),
                        found -> Days.time(Integer.parseInt(found.group(1)), 0)));
    }

    private static Optional<Meaning> numeric(MatchResult found, Days days) {
        return days.date(
                Integer.parseInt(found.group(1)),
                Integer.parseInt(found.group(2)),
                found.groupCount() > 2 ? found.group(3) : null);
    }

    private static Optional<Meaning> in(MatchResult found, Days days) {
        var word = found.group(1).toLowerCase(Locale.ROOT);
        var amount =
                word.startsWith("eine") ? 1 : NUMBERS.contains(word) ? NUMBERS.indexOf(word) : Integer.parseInt(word);
        return switch (found.group(2).toLowerCase(Locale.ROOT)) {
            case "tag" -> amount > FARTHEST_DAYS ? Optional.empty() : days.in(amount, ChronoUnit.DAYS);
            case "woche" -> days.in(amount, ChronoUnit.WEEKS);
            default -> days.in(amount, ChronoUnit.MONTHS);
        };
    }

    private static int month(String name) {
        return 1 + MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT));
    }

    private static Optional<Meaning> clock(MatchResult found) {
        var minutes = found.group(2) == null ? found.group(3) : found.group(2);
        return Days.time(Integer.parseInt(found.group(1)) % 24, minutes == null ? 0 : Integer.parseInt(minutes));
    }
}
