package io.taskledger.ui.quickadd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.taskledger.messages.workspace.ListId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class QuickTextTest {

    /** A Wednesday. */
    private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-04T10:00");

    private static final Map<String, ListId> LISTS =
            Map.of("Home", ListId.next(), "Errands", ListId.next(), "Spring launch", ListId.next());

    @ParameterizedTest
    @CsvSource({"en, english.txt, 3", "de, german.txt, 3", "en, english-odd.txt, 0", "de, german-odd.txt, 0"})
    void what_people_type_is_understood(Locale language, String corpus, int mostWrong) {
        var read = new QuickText(language, NOW, LISTS);
        var sentences = sentences(corpus);
        var wrong = sentences.stream()
                .filter(sentence -> !sentence.isRight(read.read(sentence.text(), Set.of())))
                .toList();
        assertThat(sentences).hasSizeGreaterThan(50);
        assertThat(wrong).as("misunderstood").hasSizeLessThanOrEqualTo(mostWrong);
        assertThat(sentences)
                .as("dates that nobody meant")
                .noneMatch(sentence -> sentence.date().isEmpty()
                        && read.read(sentence.text(), Set.of()).date().isPresent());
    }

    @Test
    void a_piece_that_is_refused_stays_in_the_title() {
        var read = new QuickText(Locale.ENGLISH, NOW, LISTS);
        var said = read.read("Watch Tomorrow tomorrow #film", Set.of("tomorrow"));
        assertThat(said.title()).isEqualTo("Watch Tomorrow tomorrow");
        assertThat(said.date()).isEmpty();
        assertThat(said.tags()).containsExactly("film");
    }

    @Test
    void a_title_of_pieces_alone_has_no_words_left() {
        var said = new QuickText(Locale.ENGLISH, NOW, LISTS).read("tomorrow 9am #home", Set.of());
        assertThat(said.title()).isEmpty();
        assertThat(said.pieces()).hasSize(3);
    }

    @Test
    void the_pieces_are_told_as_they_were_typed() {
        var text = "buy  milk by next Monday at 9:30 !HIGH";
        var said = new QuickText(Locale.ENGLISH, NOW, LISTS).read(text, Set.of());
        assertThat(said.pieces()).extracting(Piece::text).containsExactly("by next Monday", "at 9:30", "!HIGH");
        assertThat(said.pieces())
                .allSatisfy(piece ->
                        assertThat(text.substring(piece.from(), piece.to())).isEqualTo(piece.text()));
    }

    private record Sentence(
            String text, String title, String date, String time, String priority, List<String> tags, String list) {

        static Sentence of(String line) {
            var parts = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
            return new Sentence(
                    parts.get(0),
                    parts.get(1),
                    parts.get(2),
                    parts.get(3),
                    parts.get(4),
                    parts.get(5).isEmpty() ? List.of() : List.of(parts.get(5).split(" ")),
                    parts.get(6));
        }

        boolean isRight(Understood said) {
            return said.title().equals(title)
                    && said.date().map(Object::toString).orElse("").equals(date)
                    && said.time().map(Object::toString).orElse("").equals(time)
                    && said.priority().map(one -> one.text()).orElse("").equals(priority)
                    && said.tags().equals(tags)
                    && said.list().equals(Optional.ofNullable(LISTS.get(list)));
        }
    }

    private static List<Sentence> sentences(String corpus) {
        try (var file = QuickTextTest.class.getResourceAsStream("/quickadd/" + corpus)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# "))
                    .map(Sentence::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
