package io.taskledger.exchange.trello;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.taskledger.exchange.Dropped;
import io.taskledger.exchange.Dropped.Kind;
import io.taskledger.exchange.ImportedList;
import io.taskledger.exchange.ImportedTask;
import io.taskledger.exchange.ImportedTasks;
import io.taskledger.exchange.StorableText;
import io.taskledger.messages.Trimmed;
import io.taskledger.messages.task.TaskRules;
import io.taskledger.messages.workspace.WorkspaceRules;
import org.jspecify.annotations.Nullable;

/** What becomes of a board here. The rules are told in {@code docs/model/exchange.md}. */
public final class TrelloImport {

    static final String TITLE_OF_THE_UNTITLED = "Untitled card";
    static final String NAME_OF_THE_NAMELESS_BOARD = "Untitled board";
    static final String NAME_OF_THE_NAMELESS_LIST = "Untitled list";

    private static final Comparator<@Nullable Double> RISING = Comparator.nullsLast(Comparator.<Double>naturalOrder());

    private final ZoneId zone;
    private final Dropped.Tally dropped;
    private final Map<String, String> tags = new HashMap<>();
    private final Map<String, TrelloList> lists = new LinkedHashMap<>();

    TrelloImport(ZoneId zone, Dropped before) {
        this.zone = zone;
        this.dropped = new Dropped.Tally(before);
    }

    /** The board's cards as tasks: list by list, each in its order. {@code zone}: in which due dates are told. */
    public static ImportedTasks of(TrelloBoard board, ZoneId zone) {
        return of(board, board.dropped(), zone);
    }

    static ImportedTasks of(TrelloBoard board, Dropped before, ZoneId zone) {
        return new TrelloImport(zone, before).tasksOf(board);
    }

    private ImportedTasks tasksOf(TrelloBoard board) {
        String name = Trimmed.of(storable(board.name()));
        board.lists().forEach(list -> lists.putIfAbsent(list.id(), list));
        List<ImportedList> columns = columns();
        Set<String> seen = new HashSet<>();
        List<ImportedTask> tasks = new ArrayList<>();
        for (TrelloCard card : inOrder(board)) {
            if (seen.add(card.id())) {
                tasks.add(taskOf(card, card.listId() == null ? null : lists.get(card.listId())));
            } else {
                dropped.add(Kind.REPEATED_CARDS);
            }
        }
        String workspace = nameOf(name, NAME_OF_THE_NAMELESS_BOARD);
        return new ImportedTasks(board.id(), name, workspace, columns, tasks, dropped.total());
    }

    /** The lists that are made, in their order: of those that are archived or too many the cards go to the first one. */
    private List<ImportedList> columns() {
        List<TrelloList> open = lists.values().stream()
                .filter(list -> !list.closed())
                .sorted(Comparator.comparing(TrelloList::position, RISING))
                .toList();
        dropped.add(Kind.ARCHIVED_LISTS, lists.size() - open.size());
        dropped.add(Kind.LISTS_TOO_MANY, open.size() - WorkspaceRules.LISTS_LIMIT);
        return open.stream()
                .limit(WorkspaceRules.LISTS_LIMIT)
                .map(list -> new ImportedList(list.id(), nameOf(list)))
                .toList();
    }

    String nameOfBoard(String name) {
        return nameOf(Trimmed.of(storable(name)), NAME_OF_THE_NAMELESS_BOARD);
    }

    String nameOf(TrelloList list) {
        return nameOf(Trimmed.of(storable(list.name())), NAME_OF_THE_NAMELESS_LIST);
    }

    private String nameOf(String name, String otherwise) {
        if (name.isEmpty()) {
            dropped.add(Kind.NAMES_REPLACED);
            return otherwise;
        }
        return fitted(name, ImportedList.NAME_LIMIT, Kind.NAMES_SHORTENED);
    }

    /** A place that is missing comes last; sorting keeps the file's order among equals. */
    private List<TrelloCard> inOrder(TrelloBoard board) {
        Map<String, Integer> rank = new HashMap<>();
        board.lists().stream()
                .sorted(Comparator.comparing(TrelloList::position, RISING))
                .forEach(list -> rank.putIfAbsent(list.id(), rank.size()));
        return board.cards().stream()
                .sorted(Comparator.comparingInt((TrelloCard card) -> rank.getOrDefault(card.listId(), rank.size()))
                        .thenComparing(TrelloCard::position, RISING))
                .toList();
    }

    /** @param list that the card stands in; null where that is not known */
    ImportedTask taskOf(TrelloCard card, @Nullable TrelloList list) {
        if (list == null) {
            dropped.add(Kind.CARDS_WITHOUT_LIST);
        }
        String name = Trimmed.of(storable(card.name()));
        String description = storable(card.description()).strip();
        LocalDateTime due = dueOf(card);
        return new ImportedTask(
                card.id(),
                list == null || list.closed() ? null : list.id(),
                titleOf(name),
                descriptionOf(name, description),
                due == null ? null : due.toLocalDate(),
                due == null ? null : due.toLocalTime(),
                tagsOf(card),
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

    private List<String> tagsOf(TrelloCard card) {
        Set<String> distinct = new LinkedHashSet<>();
        card.labels().stream()
                .map(TrelloLabel::name)
                .map(this::tagOf)
                .filter(tag -> !tag.isEmpty())
                .forEach(distinct::add);
        dropped.add(Kind.TAGS_TOO_MANY, distinct.size() - TaskRules.TAGS_LIMIT);
        return distinct.stream().limit(TaskRules.TAGS_LIMIT).toList();
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
