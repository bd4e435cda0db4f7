package io.taskledger.ui.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {

    private static final Path SOURCES = Path.of("src/main/java/io/taskledger/ui");
    private static final Path BUNDLES = Path.of("src/main/resources/io/taskledger/ui/words");
    private static final Pattern VALUE = Pattern.compile("\\{(\\d+)[,}]");
    private static final Pattern KEY = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern BEGINNING = Pattern.compile("\"([a-z][a-z-]*\\.(?:[a-z0-9-]+\\.)*)\" \\+");
    /** What is never said without the sentence that its key begins with. */
    private static final Pattern WITH_ITS_HEADING = Pattern.compile("\\.(next|header|text|confirm)$");

    private static final Pattern BANNED =
            Pattern.compile("@(JsModule|CssImport|NpmPackage|JavaScript|Uses)\\b|innerHTML|new Html\\(");

    private final Set<String> keys = new TreeSet<>(
            java.util.ResourceBundle.getBundle(Words.BUNDLE, Locale.ENGLISH).keySet());

    @Test
    void every_language_has_each_sentence_with_the_same_values_in_it() throws IOException {
        var english = bundle("words.properties");
        var german = bundle("words_de.properties");
        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(german.stringPropertyNames())
                .allSatisfy(key -> assertThat(values(german.getProperty(key)))
                        .as(key)
                        .isEqualTo(values(english.getProperty(key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void every_sentence_is_one_of_its_language(String language) {
        var words = new Words(Locale.forLanguageTag(language));
        assertThat(keys)
                .allSatisfy(key ->
                        assertThat(words.say(key, 1, 2, 3)).as(key).isNotBlank().doesNotContain("{", "}", "\'\'"));
    }

    @Test
    void every_sentence_is_said_somewhere_and_none_is_missing() {
        var said = new TreeSet<String>();
        var begun = new TreeSet<String>();
        for (var source : sources()) {
            KEY.matcher(source).results().map(found -> found.group(1)).forEach(said::add);
            BEGINNING.matcher(source).results().map(found -> found.group(1)).forEach(begun::add);
        }
        assertThat(keys.stream()
                        .filter(key -> !said.contains(key) && begun.stream().noneMatch(key::startsWith)))
                .filteredOn(key -> !said.contains(WITH_ITS_HEADING.matcher(key).replaceFirst("")))
                .as("sentences that nothing says")
                .isEmpty();
        var subjects = keys.stream().map(WordsTest::subject).collect(Collectors.toSet());
        assertThat(said.stream().filter(key -> subjects.contains(subject(key)) && !keys.contains(key + ".header")))
                .as("sentences that are not in the bundle")
                .isSubsetOf(keys);
    }

    @Test
    void no_screen_needs_a_frontend_build_or_takes_html() {
        assertThat(sources())
                .isNotEmpty()
                .allSatisfy(source -> assertThat(BANNED.matcher(source).find()).isFalse());
    }

    private static Properties bundle(String name) throws IOException {
        var words = new Properties();
        try (var text = Files.newBufferedReader(BUNDLES.resolve(name))) {
            words.load(text);
        }
        return words;
    }

    /** Which values a sentence has, however they are formatted. */
    private static Set<String> values(String sentence) {
        return VALUE.matcher(sentence).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static String subject(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static List<String> sources() {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(WordsTest::text)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void what_somebody_wrote_turns_nothing_of_the_sentence_around_it() {
        var english = new Words(Locale.ENGLISH);
        assertThat(english.say("row.complete", "Pay rent")).isEqualTo("Complete Pay rent");
        assertThat(english.say("row.complete", "\u0645\u0647\u0645\u0629 1"))
                .isEqualTo("Complete \u2068\u0645\u0647\u0645\u0629 1\u2069");
        assertThat(english.say("row.complete", "\u2069A\u202evil")).isEqualTo("Complete \u2068A\u202evil\u2069");
    }
}
