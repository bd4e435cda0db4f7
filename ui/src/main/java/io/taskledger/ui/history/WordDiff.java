package io.taskledger.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What two texts have in common, word by word, and what only one of them has. */
final class WordDiff {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+|\\s+|.", Pattern.DOTALL);

    /** Texts with more pairs of words than this between their common ends are told as replaced: it would take too long. */
    private static final long MOST_PAIRS = 4_000_000;

    enum Kind {
        SAME,
        ADDED,
        REMOVED
    }

    record Piece(Kind kind, String text) {}

    private WordDiff() {}

    /** Without the added pieces it is the one text, without the removed ones the other. */
    static List<Piece> of(String from, String to) {
        var old = words(from);
        var now = words(to);
        int head = 0;
        while (head < old.size() && head < now.size() && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < old.size() - head
                && tail < now.size() - head
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        var pieces = new ArrayList<Piece>();
        old.subList(0, head).forEach(word -> put(pieces, Kind.SAME, word));
        middle(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail), pieces);
        old.subList(old.size() - tail, old.size()).forEach(word -> put(pieces, Kind.SAME, word));
        return pieces;
    }

    private static void middle(List<String> old, List<String> now, List<Piece> pieces) {
        int i = 0;
        int j = 0;
        if ((long) old.size() * now.size() <= MOST_PAIRS) {
            var longest = longestCommon(old, now);
            while (i < old.size() && j < now.size()) {
                if (old.get(i).equals(now.get(j))) {
                    put(pieces, Kind.SAME, old.get(i++));
                    j++;
                } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                    put(pieces, Kind.REMOVED, old.get(i++));
                } else {
                    put(pieces, Kind.ADDED, now.get(j++));
                }
            }
        }
        old.subList(i, old.size()).forEach(word -> put(pieces, Kind.REMOVED, word));
        now.subList(j, now.size()).forEach(word -> put(pieces, Kind.ADDED, word));
    }

    /** How many words the rests of both from there on have in common, in their order. */
    private static int[][] longestCommon(List<String> old, List<String> now) {
        var longest = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                longest[i][j] = old.get(i).equals(now.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        return longest;
    }

    private static void put(List<Piece> pieces, Kind kind, String text) {
        if (!pieces.isEmpty() && pieces.getLast().kind() == kind) {
            pieces.set(pieces.size() - 1, new Piece(kind, pieces.getLast().text() + text));
        } else {
            pieces.add(new Piece(kind, text));
        }
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }
}
