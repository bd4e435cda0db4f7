package io.taskledger.query.task;

import java.util.Arrays;
import java.util.List;

import io.taskledger.messages.FieldRules;

/**
 * What somebody searches for: a task is found that holds each of the words, wherever each of them stands. So is whatever
 * holds the text as it was typed, and whatever has words that begin so.
 *
 * @param words folded, each once
 * @param phrase all of it, folded, one blank between words
 */
public record SearchWords(List<String> words, String phrase) {

    /** Each word more is a look at each text; what so many leave is little enough. */
    private static final int MOST_WORDS = 32;

    static SearchWords of(String text) {
        var all = Arrays.stream(Folding.of(text).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
        return new SearchWords(all.stream().distinct().limit(MOST_WORDS).toList(), String.join(" ", all));
    }

    /**
     * That a row has what somebody searches for in its own texts.
     *
     * @param row the alias; it has a {@code title}, a {@code description}, and both with its tags {@code folded}
     */
    public static Conditions condition(String row, String search) {
        if (search.isEmpty()) {
            return new Conditions();
        }
        if (!FieldRules.isStorable(search)) {
            return new Conditions().and("false");
        }
        var words = of(search);
        return words.isEmpty() ? blanks(row, search) : words.in(row + ".folded");
    }

    /** Blanks alone are looked for as they were typed. */
    static Conditions blanks(String row, String search) {
        return new Conditions()
                .and(
                        "(strpos(%1$s.title, :blanks) > 0 or strpos(%1$s.description, :blanks) > 0)".formatted(row),
                        "blanks",
                        search);
    }

    private Conditions in(String folded) {
        var each = new Conditions();
        for (int word = 0; word < words.size(); word++) {
            each.and(folded + " like :like" + word, "like" + word, pattern(word));
        }
        return each;
    }

    /** What {@code like} finds the word by, wherever it stands. */
    String pattern(int word) {
        return "%" + words.get(word).replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }

    /** A single word, which is all that was typed. */
    boolean isOne() {
        return words.size() == 1 && phrase.equals(words.getFirst());
    }

    /** Nothing but blanks. */
    boolean isEmpty() {
        return words.isEmpty();
    }
}
