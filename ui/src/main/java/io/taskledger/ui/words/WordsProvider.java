package io.taskledger.ui.words;

import java.util.List;
import java.util.Locale;

import com.vaadin.flow.i18n.I18NProvider;
import org.springframework.stereotype.Component;

/** Tells Vaadin which languages there are, so that each browser gets its own, and what to say in them. */
@Component
class WordsProvider implements I18NProvider {

    @Override
    public List<Locale> getProvidedLocales() {
        return Words.LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... values) {
        return new Words(locale).say(key, values);
    }
}
