package io.taskledger.exchange.trello;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.taskledger.exchange.trello.Happening.Effect;
import io.taskledger.exchange.trello.Happening.Effect.CardIs;
import io.taskledger.exchange.trello.Happening.Effect.CommentIs;
import io.taskledger.exchange.trello.TrelloAction.Deed;
import org.jspecify.annotations.Nullable;

/** A board's cards, from how they are now back to how they were before the first action. */
final class CardsPast {

    private final Map<String, TrelloCard> cards = new LinkedHashMap<>();
    private final Map<String, TrelloLabel> labels;
    private final Map<String, CardChange> lastSeen = new HashMap<>();
    private final Map<String, Map<String, Deed.Labelled>> lastLabelled = new HashMap<>();
    /** Those that were away for a while, as they came back. */
    private final Map<String, TrelloCard> comingBack = new HashMap<>();
    /** Texts that comments had later than the action that is looked at. */
    private final Map<String, String> laterTexts = new HashMap<>();

    CardsPast(TrelloBoard board) {
        board.cards().forEach(card -> cards.putIfAbsent(card.id(), card));
        this.labels = board.cards().stream()
                .flatMap(card -> card.labels().stream())
                .collect(Collectors.toMap(TrelloLabel::id, Function.identity(), (one, other) -> one));
    }

    /** As they were before all that was taken back. */
    Collection<TrelloCard> there() {
        return cards.values();
    }

    /** Of cards that are gone no more is known than the last word on each field. The latest action comes first. */
    void see(Deed.OfCard deed) {
        lastSeen.merge(deed.cardId(), deed.seen(), CardChange::or);
        if (deed instanceof Deed.Labelled labelled) {
            lastLabelled
                    .computeIfAbsent(deed.cardId(), _ -> new LinkedHashMap<>())
                    .putIfAbsent(labelled.label().id(), labelled);
        }
    }

    /** What the action led to, once the card is as it was before it; null where it tells too little. */
    @Nullable
    Effect takeBack(Deed.OfCard deed) {
        TrelloCard later = cards.get(deed.cardId());
        if (deed instanceof Deed.CardGone gone) {
            return later == null ? before(gone) : null;
        }
        if (later == null) {
            return null;
        }
        return switch (deed) {
            case Deed.CardGone _ -> null;
            case Deed.CardAppeared appeared -> {
                cards.remove(later.id());
                comingBack.put(later.id(), later);
                yield new CardIs(later.id(), appeared.seen().of(later));
            }
            case Deed.CardChanged changed -> {
                TrelloCard after = changed.to().of(later);
                cards.put(after.id(), changed.from().of(after));
                yield new CardIs(after.id(), after);
            }
            case Deed.Labelled labelled -> {
                TrelloLabel label = asCalledNow(labelled.label());
                TrelloCard after = later.labelled(label, labelled.added());
                cards.put(after.id(), after.labelled(label, !labelled.added()));
                yield new CardIs(after.id(), after);
            }
            case Deed.Commented commented -> {
                String text = laterTexts.getOrDefault(commented.commentId(), commented.text());
                yield new CommentIs(later.id(), commented.commentId(), text);
            }
            case Deed.CommentChanged changed -> {
                String text = changed.deleted()
                        ? null
                        : laterTexts.getOrDefault(changed.commentId(), changed.to() == null ? "" : changed.to());
                if (changed.from() != null) {
                    laterTexts.put(changed.commentId(), changed.from());
                }
                yield new CommentIs(later.id(), changed.commentId(), text);
            }
        };
    }

    /** It was as it came back, or else as the last word on each field has it; of a card without a name nothing is told. */
    private @Nullable Effect before(Deed.CardGone gone) {
        String id = gone.cardId();
        TrelloCard known = comingBack.get(id);
        CardChange seen = lastSeen.getOrDefault(id, gone.seen());
        if (known == null && seen.name() == null) {
            return null;
        }
        TrelloCard before = known == null
                ? seen.of(new TrelloCard(id, "", "", null, false, false, null, lastLabels(id), null))
                : known;
        cards.put(id, gone.seen().of(before));
        return new CardIs(id, null);
    }

    private List<TrelloLabel> lastLabels(String id) {
        return lastLabelled.getOrDefault(id, Map.of()).values().stream()
                .filter(Deed.Labelled::added)
                .map(labelled -> asCalledNow(labelled.label()))
                .toList();
    }

    /** A label's own renaming is no card's history: it is called as it is now, wherever it is on a card now. */
    private TrelloLabel asCalledNow(TrelloLabel label) {
        return labels.getOrDefault(label.id(), label);
    }
}
