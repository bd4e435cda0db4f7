package io.taskledger.ui.quickadd;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.taskledger.messages.workspace.ListId;

/**
 * Reads titles as they are typed in haste. It would rather miss a date than see one that nobody meant.
 *
 * @param language whose words it knows beside the signs; English for languages that it does not know
 * @param now the reader's
 * @param lists what an {@code @} may mean, by their names
 */
public record QuickText(Locale language, LocalDateTime now, Map<String, ListId> lists) {

    public QuickText {
        lists = Map.copyOf(lists);
    }

    /** @param refused pieces as they were typed that are to stay in the title */
    public Understood read(String text, Set<String> refused) {
        var clues = clues(text, refused);
        if (clues.has(Meaning.At.class) && !clues.has(Meaning.Due.class)) {
            return withDay(clues);
        }
        return understood(clues, clues.pieces());
    }

    private Clues clues(String text, Set<String> refused) {
        var clues = new Clues(text);
        var rules = rules();
        while (rules.stream().anyMatch(rule -> applies(rule, clues, refused))) {
            // Each piece makes room for the next: what stood before it stands at the end now.
        }
        return clues;
    }

    private boolean applies(Rule rule, Clues clues, Set<String> refused) {
        var found = rule.words().matcher(clues.open());
        while (found.find()) {
            var match = found.toMatchResult();
            var meaning = rule.meaning().apply(match);
            if (meaning.isPresent()
                    && rule.where().allows(clues, match)
                    && !refused.contains(match.group().strip())
                    && (meaning.get() instanceof Meaning.Tagged
                            || !clues.has(meaning.get().getClass()))) {
                clues.take(match, meaning.get());
                return true;
            }
        }
        return false;
    }

    /** A time alone is that of today, or of tomorrow where it has passed. */
    private Understood withDay(Clues clues) {
        var pieces = new ArrayList<Piece>();
        for (var piece : clues.pieces()) {
            pieces.add(piece);
            if (piece.meaning() instanceof Meaning.At(var time)) {
                var day = time.isAfter(now.toLocalTime())
                        ? now.toLocalDate()
                        : now.toLocalDate().plusDays(1);
                pieces.add(new Piece(piece.to(), piece.to(), piece.text(), new Meaning.Due(day)));
            }
        }
        return understood(clues, pieces);
    }

    private Understood understood(Clues clues, List<Piece> pieces) {
        return new Understood(
                clues.rest(quoted -> !clues(quoted, Set.of()).pieces().isEmpty()), pieces);
    }

    private List<Rule> rules() {
        var today = now.toLocalDate();
        var rules = new ArrayList<>(Signs.of(today, lists));
        rules.addAll(
                language.getLanguage().equals(Locale.GERMAN.getLanguage())
                        ? GermanRules.of(today)
                        : EnglishRules.of(today));
        return rules;
    }
}
