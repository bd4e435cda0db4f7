package io.taskledger.ui.words;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Location;
import io.taskledger.messages.notification.NotificationKind;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.tryout.ScreenTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every screen in a language that nobody speaks, whose sentences stand in brackets: what stands in none was never in a
 * bundle. What people and the ledger say themselves is in capital Greek.
 */
class RawStringsTest extends ScreenTest {

    private static final Locale PSEUDO = Locale.of("qps");

    /** Names that no language has words for, keys, numbers and marks; and what the ledger knows, which is Greek here. */
    private static final Pattern NOT_TO_BE_TRANSLATED = Pattern.compile(
            "Taskledger|demo|demo@example.org|demo / demo1234|[nxjk]|Enter|Esc|[^\\p{L}]*|[\\p{IsGreek}\\s+]+"
                    + "|[A-Z]\\w+(/[\\w-]+)+|(Chrome|Safari) on \\w+");

    /** The names that the calendar has for days and months. */
    private static final Pattern DATES = Pattern.compile(Stream.of(TextStyle.values())
            .flatMap(style -> Stream.concat(
                    Stream.of(Month.values()).map(month -> month.getDisplayName(style, PSEUDO)),
                    Stream.of(DayOfWeek.values()).map(day -> day.getDisplayName(style, PSEUDO))))
            .filter(name -> name.length() > 1)
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "\\b(AM|PM|", ")\\b")));

    @BeforeAll
    static void writeTheBundle() throws IOException, URISyntaxException {
        var here =
                Path.of(RawStringsTest.class.getResource("RawStringsTest.class").toURI());
        var pseudo = new Properties();
        var english = ResourceBundle.getBundle(Words.BUNDLE, Locale.ENGLISH);
        english.keySet().forEach(key -> pseudo.put(key, "⟦" + english.getString(key) + "⟧"));
        try (var file = Files.newBufferedWriter(here.resolveSibling("words_qps.properties"))) {
            pseudo.store(file, null);
        }
    }

    @BeforeEach
    void speakAsNobodyDoes() {
        UI.getCurrent().setLocale(PSEUDO);
    }

    @AfterEach
    void speakEnglish() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tasks",
                "today",
                "upcoming",
                "tasks?at=2026-11-02T09:00:00Z",
                "today?at=2999-01-01",
                "upcoming?at=then",
                "assigned?at=2000-01-01",
                "import",
                "tags",
                "notifications",
                "invitations",
                "settings/profile",
                "settings/email",
                "settings/password",
                "settings/sessions",
                "settings/tokens",
                "settings/notifications",
                "settings/appearance",
                "settings/export",
                "settings/deletion",
                "verify",
                "password-reset",
                "register",
                "login",
                "no/such/page"
            })
    void whatever_a_screen_says_is_in_the_bundles(String path) {
        tasks.given("ΑΒΓ", Priority.HIGH, TODAY, "ΔΕ");
        inbox.told(NotificationKind.SHARED, TaskId.next(), "ΑΒΓ");
        inbox.invited("ΞΟΠ");
        var location = new Location(path);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
        assertThat(said(UI.getCurrent().getElement())).as(path).isEmpty();
    }

    @Test
    void a_string_that_is_in_no_bundle_is_found() {
        var stray = new Span("Hello there");
        UI.getCurrent().add(stray);
        assertThat(said(UI.getCurrent().getElement())).contains("Hello there");
        UI.getCurrent().remove(stray);
    }

    /** What people see, hear and are told by the pointer, without what is in brackets. */
    private static List<String> said(Element element) {
        var found = new ArrayList<String>();
        texts(element)
                .map(text ->
                        DATES.matcher(withoutSentences(text)).replaceAll("").strip())
                .filter(text -> !NOT_TO_BE_TRANSLATED.matcher(text).matches())
                .forEach(found::add);
        element.getChildren().filter(child -> !child.isTextNode()).forEach(child -> found.addAll(said(child)));
        return found;
    }

    /** Sentences stand in sentences: the innermost goes first. */
    private static String withoutSentences(String text) {
        var rest = text.replaceAll("⟦[^⟦⟧]*⟧", "");
        return rest.equals(text) ? rest : withoutSentences(rest);
    }

    private static Stream<String> texts(Element element) {
        return Stream.concat(
                element.getChildren().filter(Element::isTextNode).map(Element::getText),
                Stream.of(
                                Stream.of("aria-label", "title", "alt", "placeholder")
                                        .map(element::getAttribute),
                                Stream.of("label", "helperText", "placeholder", "errorMessage", "accessibleName")
                                        .map(name -> element.getProperty(name)))
                        .flatMap(one -> one)
                        .filter(Objects::nonNull));
    }
}
