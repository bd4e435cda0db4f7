package io.taskledger.query.task;

import java.util.Arrays;
import java.util.List;

/**
 * What somebody searches for: a task is found that holds each of the words, wherever each of them stands. So is whatever
 * holds the text as it was typed, and whatever has words that begin so.
 *
 * @param words folded, each once
 * @param phrase all of it, folded, one blank between words
 */
record SearchWords(List<String> words, String phrase) {

    /** Each word more is a look at each text; what so many leave is little enough. */
    private static final int MOST_WORDS = 32;

    static SearchWords of(String text) {
        var all = Arrays.stream(Folding.of(text).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
        return new SearchWords(all.stream().distinct().limit(MOST_WORDS).toList(), String.join(" ", all));
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
