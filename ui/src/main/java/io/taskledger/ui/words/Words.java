package io.taskledger.ui.words;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/**
 * The sentences of one language, from the bundle {@code io/taskledger/ui/words/words}.
 *
 * @param locale the reader's; a language without a bundle reads English
 */
public record Words(Locale locale) {

    static final String BUNDLE = "io.taskledger.ui.words.words";

    /** Unicode's bidirectional algorithm (UAX #9, 2.4): the pop ends what was embedded or overridden within, too. */
    private static final char FIRST_STRONG_ISOLATE = '\u2068';

    private static final char POP_ISOLATE = '\u2069';
    private static final Pattern ISOLATES = Pattern.compile("[\\u2066-\\u2069]");

    /** The languages that there is a bundle for; the first is the fallback. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    /**
     * @param key of the bundle
     * @param values for {@code {0}}, {@code {1}}, …
     * @throws java.util.MissingResourceException where no bundle has the key
     */
    public String say(String key, Object... values) {
        var pattern = ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
        return new MessageFormat(pattern, locale)
                .format(Arrays.stream(values).map(Words::isolated).toArray());
    }

    /** What somebody wrote from right to left, or with marks that turn what follows, turns nothing of the sentence around it. */
    private static Object isolated(Object value) {
        return value instanceof String text && text.codePoints().anyMatch(Words::turns)
                ? FIRST_STRONG_ISOLATE + ISOLATES.matcher(text).replaceAll("") + POP_ISOLATE
                : value;
    }

    private static boolean turns(int letter) {
        return switch (Character.getDirectionality(letter)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                    Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE -> true;
            default -> false;
        };
    }
}
