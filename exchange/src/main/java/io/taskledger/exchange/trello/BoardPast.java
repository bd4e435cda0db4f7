package io.taskledger.exchange.trello;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.taskledger.exchange.Dropped;
import io.taskledger.exchange.Dropped.Kind;
import io.taskledger.exchange.SourceTime;
import io.taskledger.exchange.StorableText;
import io.taskledger.exchange.trello.Happening.Effect;
import io.taskledger.exchange.trello.Happening.Effect.BoardIs;
import io.taskledger.exchange.trello.Happening.Effect.CardIs;
import io.taskledger.exchange.trello.Happening.Effect.ListIs;
import io.taskledger.exchange.trello.TrelloAction.Deed;
import io.taskledger.messages.Trimmed;
import org.jspecify.annotations.Nullable;

/**
 * How a board came to be as it is. Trello exports the last thousand actions only, so the past is found backwards: from
 * the board as it is now, each action is taken back with the old values that it names. What is left then was there before
 * the first one. Where the file contradicts itself, an action's own word counts from its time on.
 */
final class BoardPast {

    private static final int LONGEST_NAME = 100;

    /** Still to come, and so told as now. */
    private static final Instant NOBODY_KNOWS = Instant.MAX;

    private final Dropped.Tally dropped;
    private final TrelloBoard board;
    private final CardsPast cards;
    private final Map<String, TrelloList> lists = new LinkedHashMap<>();
    private final Map<String, Instant> firstSeen = new HashMap<>();
    private final Deque<Happening> happenings = new ArrayDeque<>();
    private final Instant first;
    private String name;

    /** @param dropped is told what could not become history */
    private BoardPast(TrelloBoard board, Dropped.Tally dropped) {
        this.board = board;
        this.cards = new CardsPast(board);
        this.dropped = dropped;
        this.name = board.name();
        this.first = board.actions().stream()
                .map(TrelloAction::at)
                .min(Comparator.naturalOrder())
                .orElse(NOBODY_KNOWS);
        board.lists().forEach(list -> lists.putIfAbsent(list.id(), list));
    }

    /** Oldest first; the first one is the board itself, the last ones leave it as it is now. */
    static List<Happening> of(TrelloBoard board, Dropped.Tally dropped) {
        return new BoardPast(board, dropped).unwound();
    }

    private List<Happening> unwound() {
        List<TrelloAction> latestFirst = board.actions().stream()
                .sorted(Comparator.comparing(TrelloAction::at).reversed())
                .toList();
        latestFirst.forEach(this::see);
        arriveAtNow(latestFirst);
        latestFirst.forEach(this::takeBack);
        cards.there().forEach(card -> begin(card.id(), new CardIs(card.id(), card)));
        lists.values().forEach(list -> begin(list.id(), new ListIs(list.id(), list)));
        Instant start = Stream.concat(
                        happenings.stream().map(Happening::at),
                        Stream.of(board.id())
                                .filter(id -> SourceTime.of(id) > 0)
                                .map(BoardPast::madeAt))
                .min(Comparator.naturalOrder())
                .orElse(NOBODY_KNOWS);
        happenings.addFirst(new Happening(start, null, new BoardIs(name)));
        return happenings.stream().sorted(Comparator.comparing(Happening::at)).toList();
    }

    /** What is only known of cards that are gone: the last word on each field. */
    private void see(TrelloAction action) {
        switch (action.deed()) {
            case Deed.OfCard deed -> {
                cards.see(deed);
                firstSeen.put(deed.cardId(), action.at());
            }
            case Deed.ListAppeared deed -> firstSeen.put(deed.listId(), action.at());
            case Deed.ListChanged deed -> firstSeen.put(deed.listId(), action.at());
            case Deed.ListGone deed -> firstSeen.put(deed.listId(), action.at());
            case Deed.BoardRenamed _ -> {}
        }
    }

    /** What the actions do not explain came to be after the last of them, and after all that is there was made. */
    private void arriveAtNow(List<TrelloAction> latestFirst) {
        if (!latestFirst.isEmpty()) {
            Instant now = Stream.concat(
                            Stream.concat(cards.there().stream().map(TrelloCard::id), lists.keySet().stream())
                                    .map(BoardPast::madeAt),
                            Stream.of(latestFirst.getFirst().at().plusMillis(1)))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            cards.there().forEach(card -> happenings.addFirst(new Happening(now, null, new CardIs(card.id(), card))));
            lists.values().forEach(list -> happenings.addFirst(new Happening(now, null, new ListIs(list.id(), list))));
            happenings.addFirst(new Happening(now, null, new BoardIs(name)));
        }
    }

    private void takeBack(TrelloAction action) {
        Effect effect = before(action.deed());
        if (effect == null) {
            dropped.add(
                    action.deed() instanceof Deed.Commented || action.deed() instanceof Deed.CommentChanged
                            ? Kind.COMMENTS
                            : Kind.HISTORY);
        } else {
            happenings.addFirst(new Happening(action.at(), nameOf(action), effect));
        }
    }

    private @Nullable String nameOf(TrelloAction action) {
        String told = action.memberName() == null && action.memberId() != null
                ? board.members().get(action.memberId())
                : action.memberName();
        String clean = told == null ? "" : Trimmed.of(StorableText.cleaned(told));
        return clean.isEmpty() ? null : StorableText.shortened(clean, LONGEST_NAME);
    }

    /** What the action led to, once the parts of the board are as they were before it; null where it tells too little. */
    private @Nullable Effect before(Deed deed) {
        return switch (deed) {
            case Deed.OfCard ofCard -> cards.takeBack(ofCard);
            case Deed.ListAppeared appeared -> {
                TrelloList after = lists.remove(appeared.listId());
                yield after == null
                        ? null
                        : new ListIs(after.id(), appeared.seen().of(after));
            }
            case Deed.ListChanged changed -> {
                TrelloList later = lists.get(changed.listId());
                if (later == null) {
                    yield null;
                }
                TrelloList after = changed.to().of(later);
                lists.put(after.id(), changed.from().of(after));
                yield new ListIs(after.id(), after);
            }
            case Deed.ListGone gone -> {
                TrelloList before = gone.seen().of(new TrelloList(gone.listId(), "", false, null));
                yield lists.putIfAbsent(gone.listId(), before) == null ? new ListIs(gone.listId(), null) : null;
            }
            case Deed.BoardRenamed renamed -> {
                name = renamed.from();
                yield new BoardIs(renamed.to());
            }
        };
    }

    /** It was there before the first action that is recorded of it: since its id was given. */
    private void begin(String id, Effect effect) {
        List<Instant> known = new ArrayList<>();
        if (firstSeen.containsKey(id)) {
            known.add(Objects.requireNonNull(firstSeen.get(id)));
        }
        if (SourceTime.of(id) > 0) {
            known.add(madeAt(id));
        }
        Instant at = known.stream().min(Comparator.naturalOrder()).orElse(first);
        happenings.addFirst(new Happening(at, null, effect));
    }

    private static Instant madeAt(String id) {
        return Instant.ofEpochMilli(SourceTime.of(id));
    }
}
