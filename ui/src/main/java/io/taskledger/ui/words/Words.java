package io.taskledger.ui.words;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The sentences of one language, from the bundle {@code io/taskledger/ui/words/words}.
 *
 * @param locale the reader's; a language without a bundle reads English
 */
public record Words(Locale locale) {

    static final String BUNDLE = "io.taskledger.ui.words.words";

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
        return new MessageFormat(pattern, locale).format(values);
    }
}
