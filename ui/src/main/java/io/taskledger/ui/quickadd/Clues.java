package io.taskledger.ui.quickadd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A title while it is taken apart: what is quoted or understood already is blank. */
final class Clues {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]|«[^»]*»");
    private static final Pattern WORD_BEFORE = Pattern.compile("(\\S+)\\s+$");
    /** Stands for what is quoted: no rule looks for it, and it is not blank. */
    private static final char COVERED = '\uE000';

    private final String text;
    private final StringBuilder open;
    private final List<Piece> pieces = new ArrayList<>();

    Clues(String text) {
        this.text = text;
        this.open = new StringBuilder(text);
        QUOTED.matcher(text).results().forEach(quote -> cover(quote.start(), quote.end(), COVERED));
    }

    String open() {
        return open.toString();
    }

    int length() {
        return text.length();
    }

    List<Piece> pieces() {
        return pieces.stream().sorted(Comparator.comparingInt(Piece::from)).toList();
    }

    boolean has(Class<? extends Meaning> kind) {
        return pieces.stream().map(Piece::meaning).anyMatch(kind::isInstance);
    }

    void take(MatchResult found, Meaning meaning) {
        pieces.add(new Piece(
                found.start(),
                found.end(),
                text.substring(found.start(), found.end()).strip(),
                meaning));
        cover(found.start(), found.end(), ' ');
    }

    /** Whether nothing stands there but signs that end a sentence. */
    boolean isBlank(int from, int to) {
        return open.substring(from, to).chars().allMatch(c -> Character.isWhitespace(c) || ".,;!?".indexOf(c) >= 0);
    }

    boolean isBesideTheDay(MatchResult found) {
        return pieces.stream()
                .filter(piece -> piece.meaning() instanceof Meaning.Due)
                .anyMatch(day -> day.to() <= found.start()
                        ? isBlank(day.to(), found.start())
                        : isBlank(found.end(), day.from()));
    }

    /** As it was typed; empty at the start, and where something understood stands between. */
    String wordBefore(MatchResult found) {
        var before = WORD_BEFORE.matcher(open.substring(0, found.start()));
        return before.find() ? before.group(1) : "";
    }

    /** Whether a word with a capital, which is not the first, stands before it: then it is rather part of a name. */
    boolean followsAName(MatchResult found) {
        var word = wordBefore(found);
        return !word.isEmpty()
                && Character.isUpperCase(word.codePointAt(0))
                && !isBlank(0, open.lastIndexOf(word, found.start()));
    }

    /** Whether a word with a capital stands right behind it. */
    boolean precedesAName(MatchResult found) {
        var behind = open.substring(found.end()).stripLeading();
        return !behind.isEmpty() && Character.isUpperCase(behind.codePointAt(0));
    }

    /** Whether it is typed as in the middle of a sentence, or begins one. */
    boolean isPlain(MatchResult found) {
        return Character.isLowerCase(text.codePointAt(found.start())) || isBlank(0, found.start());
    }

    /** @param quoted what the quotes kept from being understood */
    String rest(Predicate<String> quoted) {
        var rest = new StringBuilder(text);
        pieces.forEach(piece -> blank(rest, piece.from(), piece.to()));
        QUOTED.matcher(text)
                .results()
                .filter(quote -> quoted.test(text.substring(quote.start() + 1, quote.end() - 1)))
                .forEach(quote -> {
                    blank(rest, quote.start(), quote.start() + 1);
                    blank(rest, quote.end() - 1, quote.end());
                });
        var told = rest.toString().replaceAll("\\s+", " ").replaceAll(" (?=[,;.?](?: |$))", "");
        return pieces.isEmpty()
                ? told.strip()
                : told.replaceAll("^[\\s,;:–-]+(?=\\s)|[\\s,;:–-]+$", "").strip();
    }

    private static void blank(StringBuilder text, int from, int to) {
        text.replace(from, to, " ".repeat(to - from));
    }

    private void cover(int from, int to, char with) {
        open.replace(from, to, String.valueOf(with).repeat(to - from));
    }
}
