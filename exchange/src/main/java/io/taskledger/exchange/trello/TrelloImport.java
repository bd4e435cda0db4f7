package io.taskledger.exchange.trello;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.taskledger.exchange.Dropped;
import io.taskledger.exchange.Dropped.Kind;
import io.taskledger.exchange.ImportedTask;
import io.taskledger.exchange.ImportedTasks;
import io.taskledger.exchange.StorableText;
import org.jspecify.annotations.Nullable;

/** What becomes of a board here. The rules are told in {@code docs/model/exchange.md}. */
public final class TrelloImport {

    static final String TITLE_OF_THE_UNTITLED = "Untitled card";

    private final ZoneId zone;
    private final Dropped.Tally dropped;
    private final Map<String, String> tags = new HashMap<>();
    private final Map<String, TrelloList> lists = new HashMap<>();

    private TrelloImport(ZoneId zone, Dropped before) {
        this.zone = zone;
        this.dropped = new Dropped.Tally(before);
    }

    /** The board's cards as tasks: list by list, each in its order. {@code zone}: in which due dates are told. */
    public static ImportedTasks of(TrelloBoard board, ZoneId zone) {
        return new TrelloImport(zone, board.dropped()).tasksOf(board);
    }

    private ImportedTasks tasksOf(TrelloBoard board) {
        String name = storable(board.name()).strip();
        board.lists().forEach(list -> lists.putIfAbsent(list.id(), list));
        Set<String> seen = new HashSet<>();
        List<ImportedTask> tasks = new ArrayList<>();
        for (TrelloCard card : inOrder(board)) {
            if (seen.add(card.id())) {
                tasks.add(taskOf(card));
            } else {
                dropped.add(Kind.REPEATED_CARDS);
            }
        }
        return new ImportedTasks(board.id(), name, tasks, dropped.total());
    }

    /** A place that is missing comes last; sorting keeps the file's order among equals. */
    private List<TrelloCard> inOrder(TrelloBoard board) {
        Comparator<@Nullable Double> rising = Comparator.nullsLast(Comparator.<Double>naturalOrder());
        Map<String, Integer> rank = new HashMap<>();
        board.lists().stream()
                .sorted(Comparator.comparing(TrelloList::position, rising))
                .forEach(list -> rank.putIfAbsent(list.id(), rank.size()));
        return board.cards().stream()
                .sorted(Comparator.comparingInt((TrelloCard card) -> rank.getOrDefault(card.listId(), rank.size()))
                        .thenComparing(TrelloCard::position, rising))
                .toList();
    }

    private ImportedTask taskOf(TrelloCard card) {
        TrelloList list = card.listId() == null ? null : lists.get(card.listId());
        if (list == null) {
            dropped.add(Kind.CARDS_WITHOUT_LIST);
        }
        String name = storable(card.name()).strip();
        String description = storable(card.description()).strip();
        LocalDateTime due = dueOf(card);
        return new ImportedTask(
                card.id(),
                titleOf(name),
                descriptionOf(name, description),
                due == null ? null : due.toLocalDate(),
                due == null ? null : due.toLocalTime(),
                tagsOf(card, list),
                isCompleted(card, list));
    }

    private String titleOf(String name) {
        if (name.isEmpty()) {
            dropped.add(Kind.BLANK_TITLES_REPLACED);
            return TITLE_OF_THE_UNTITLED;
        }
        return fitted(name, ImportedTask.TITLE_LIMIT, Kind.TITLES_SHORTENED);
    }

    /** A name that is too long for a title stands in full above the description. */
    private String descriptionOf(String name, String description) {
        String whole = name.length() <= ImportedTask.TITLE_LIMIT
                ? description
                : description.isEmpty() ? name : name + "\n\n" + description;
        return fitted(whole, ImportedTask.DESCRIPTION_LIMIT, Kind.DESCRIPTIONS_SHORTENED);
    }

    private List<String> tagsOf(TrelloCard card, @Nullable TrelloList list) {
        Stream<String> names = Stream.concat(Stream.ofNullable(list).map(TrelloList::name), card.labels().stream());
        Set<String> distinct = new LinkedHashSet<>();
        names.map(this::tagOf).filter(tag -> !tag.isEmpty()).forEach(distinct::add);
        return List.copyOf(distinct);
    }

    /** Remembered, so that a tag on a hundred cards counts once. */
    private String tagOf(String name) {
        return tags.computeIfAbsent(
                name, raw -> fitted(storable(raw).strip(), ImportedTask.TAG_LIMIT, Kind.TAGS_SHORTENED));
    }

    private boolean isCompleted(TrelloCard card, @Nullable TrelloList list) {
        if (card.closed() || card.dueComplete()) {
            return true;
        }
        if (list != null && list.closed()) {
            dropped.add(Kind.COMPLETED_BY_ARCHIVED_LIST);
            return true;
        }
        return false;
    }

    private @Nullable LocalDateTime dueOf(TrelloCard card) {
        return card.due() == null
                ? null
                : LocalDateTime.ofInstant(card.due(), zone).truncatedTo(ChronoUnit.MINUTES);
    }

    private String storable(String text) {
        String cleaned = StorableText.cleaned(text);
        if (cleaned.length() < text.length()) {
            dropped.add(Kind.TEXTS_CLEANED);
        }
        return cleaned;
    }

    private String fitted(String text, int limit, Kind kind) {
        if (text.length() > limit) {
            dropped.add(kind);
        }
        return StorableText.shortened(text, limit);
    }
}
