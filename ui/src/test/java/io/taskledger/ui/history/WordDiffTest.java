package io.taskledger.ui.history;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.taskledger.ui.history.WordDiff.Kind;
import io.taskledger.ui.history.WordDiff.Piece;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordDiffTest {

    @Test
    void words_that_came_and_went_are_told_beside_those_that_stayed() {
        assertThat(WordDiff.of("Book the moving van", "Book the big van"))
                .containsExactly(
                        new Piece(Kind.SAME, "Book the "),
                        new Piece(Kind.REMOVED, "moving"),
                        new Piece(Kind.ADDED, "big"),
                        new Piece(Kind.SAME, " van"));
    }

    @Test
    void texts_with_nothing_in_common_are_replaced_and_an_empty_one_is_all_new() {
        assertThat(WordDiff.of("a", "b")).containsExactly(new Piece(Kind.REMOVED, "a"), new Piece(Kind.ADDED, "b"));
        assertThat(WordDiff.of("", "مراجعة 👩‍🚀")).containsExactly(new Piece(Kind.ADDED, "مراجعة 👩‍🚀"));
        assertThat(WordDiff.of("same", "same")).containsExactly(new Piece(Kind.SAME, "same"));
        assertThat(WordDiff.of("", "")).isEmpty();
    }

    @Test
    void without_what_was_added_it_is_the_one_text_and_without_what_was_removed_the_other() {
        var chance = new Random(7);
        for (int round = 0; round < 300; round++) {
            var from = text(chance);
            var to = text(chance);
            var pieces = WordDiff.of(from, to);
            assertThat(without(pieces, Kind.ADDED)).isEqualTo(from);
            assertThat(without(pieces, Kind.REMOVED)).isEqualTo(to);
        }
    }

    @Test
    void very_long_texts_are_told_as_replaced_between_what_begins_and_ends_alike() {
        var from = "Begin " + "one ".repeat(3_000) + "end";
        var to = "Begin " + "two ".repeat(3_000) + "end";
        var pieces = WordDiff.of(from, to);
        assertThat(pieces).extracting(Piece::kind).containsExactly(Kind.SAME, Kind.REMOVED, Kind.ADDED, Kind.SAME);
        assertThat(without(pieces, Kind.ADDED)).isEqualTo(from);
    }

    private static String without(List<Piece> pieces, Kind kind) {
        return pieces.stream()
                .filter(piece -> piece.kind() != kind)
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    private static String text(Random chance) {
        var words = Arrays.asList("a", "b", "b c", ", ", " ", "\n", "ß", "😀", "1.5");
        return IntStream.range(0, chance.nextInt(12))
                .mapToObj(_ -> words.get(chance.nextInt(words.size())))
                .collect(Collectors.joining());
    }
}
