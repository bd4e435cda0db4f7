package io.taskledger.exchange.trello;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import io.taskledger.exchange.ImportedPast.Told;
import io.taskledger.exchange.ImportedTask;
import io.taskledger.exchange.ImportedWorkspace;
import io.taskledger.exchange.StorableText;
import io.taskledger.exchange.trello.Happening.Effect.BoardIs;
import io.taskledger.exchange.trello.Happening.Effect.CardIs;
import io.taskledger.exchange.trello.Happening.Effect.CommentIs;
import io.taskledger.exchange.trello.Happening.Effect.ListIs;
import io.taskledger.messages.task.CommentCommand.AddComment;
import io.taskledger.messages.task.CommentCommand.DeleteComment;
import io.taskledger.messages.task.CommentCommand.EditComment;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.MoveTask;
import io.taskledger.messages.task.TaskCommand.RestoreTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskRules;
import org.jspecify.annotations.Nullable;

/**
 * Goes through what happened on a board, and says of each thing which commands make the tasks be so too: a card is always
 * told as an import without history would tell it, had it been made just then. Used once.
 */
final class PastTelling {

    /** A list that is archived again and again takes all its cards along each time. */
    static final int MOST_STEPS = 250_000;

    private static final class TooLong extends RuntimeException {}

    private final ImportedWorkspace workspace;
    private final TrelloImport rules;
    private final PastLists lists;
    private final PastHomes homes;

    private final List<Told> told = new ArrayList<>();
    private final Map<String, TrelloCard> cards = new HashMap<>();
    private final Map<String, TreeSet<String>> inList = new HashMap<>();
    private final Map<String, Shown> shown = new HashMap<>();
    private final Set<String> inTrash = new HashSet<>();
    private final Map<String, String> comments = new HashMap<>();
    private final Map<String, CommentId> commentIds = new HashMap<>();
    private final Map<String, Integer> commentCounts = new HashMap<>();

    /** What has been told of a card. */
    private record Shown(ImportedTask task, TaskHome home) {}

    PastTelling(ImportedWorkspace workspace, TrelloImport rules, PastLists lists, PastHomes homes) {
        this.workspace = workspace;
        this.rules = rules;
        this.lists = lists;
        this.homes = homes;
    }

    List<Told> all(List<Happening> happenings) throws NotATrelloBoard {
        try {
            happenings.forEach(this::tell);
            return told;
        } catch (TooLong beyond) {
            throw new NotATrelloBoard(
                    NotATrelloBoard.Reason.TOO_LARGE,
                    "The board's history is too long: it takes more than %,d steps.".formatted(MOST_STEPS));
        }
    }

    private void tell(Happening happening) {
        switch (happening.effect()) {
            case BoardIs board -> lists.board(board.name()).forEach(command -> add(happening, command));
            case ListIs list -> tell(list, happening);
            case CardIs card -> {
                put(card.cardId(), card.card());
                show(card.cardId(), happening);
            }
            case CommentIs comment -> tell(comment, happening);
        }
    }

    /** Before a list goes, its cards go to where those of archived lists stand; once one is there, they come. */
    private void tell(ListIs list, Happening happening) {
        var wasOpen = lists.has(list.listId());
        var commands = lists.become(list.listId(), list.list());
        var opens = lists.has(list.listId()) && !wasOpen;
        if (opens) {
            commands.forEach(command -> add(happening, command));
        }
        inList.getOrDefault(list.listId(), new TreeSet<>()).forEach(card -> show(card, happening));
        if (!opens) {
            commands.forEach(command -> add(happening, command));
        }
    }

    private void put(String cardId, @Nullable TrelloCard card) {
        var before = card == null ? cards.remove(cardId) : cards.put(cardId, card);
        if (before != null && before.listId() != null) {
            inList.computeIfAbsent(before.listId(), _ -> new TreeSet<>()).remove(cardId);
        }
        if (card != null && card.listId() != null) {
            inList.computeIfAbsent(card.listId(), _ -> new TreeSet<>()).add(cardId);
        }
    }

    private void show(String cardId, Happening happening) {
        var task = workspace.taskOf(cardId);
        var card = cards.get(cardId);
        var before = shown.get(cardId);
        if (card == null) {
            if (before != null && inTrash.add(cardId)) {
                add(happening, new DeleteTask(task));
            }
            return;
        }
        var now = new Shown(rules.taskOf(card, lists.now(card.listId())), homes.of(card, lists.has(card.listId())));
        shown.put(cardId, now);
        if (before == null) {
            add(happening, now.task().create(task, now.home()));
            return;
        }
        if (inTrash.remove(cardId)) {
            add(happening, new RestoreTask(task));
        }
        if (!now.home().equals(before.home())) {
            add(happening, new MoveTask(task, now.home()));
        }
        var edit = edit(before.task(), now.task());
        if (!edit.touchesNothing()) {
            add(happening, new EditTask(task, edit));
        }
    }

    private static TaskEdit edit(ImportedTask before, ImportedTask now) {
        var edit = TaskEdit.nothing();
        if (!now.title().equals(before.title())) {
            edit = edit.title(now.title());
        }
        if (!now.description().equals(before.description())) {
            edit = edit.description(now.description().isEmpty() ? null : now.description());
        }
        if (!Objects.equals(now.dueDate(), before.dueDate()) || !Objects.equals(now.dueTime(), before.dueTime())) {
            edit = edit.dueDate(now.dueDate()).dueTime(now.dueTime());
        }
        if (!now.tags().equals(before.tags())) {
            edit = edit.tags(now.tags());
        }
        return now.completed() == before.completed() ? edit : edit.completed(now.completed());
    }

    private void tell(CommentIs comment, Happening happening) {
        var task = workspace.taskOf(comment.cardId());
        var before = comments.get(comment.commentId());
        var text = comment.text() == null ? null : commentText(comment.text());
        if (before == null && text != null && roomFor(comment.cardId())) {
            var id = CommentId.next(task);
            commentIds.put(comment.commentId(), id);
            comments.put(comment.commentId(), text);
            add(happening, new AddComment(task, id, text));
        } else if (before != null && !before.equals(text)) {
            change(comment.commentId(), task, text, happening);
        }
    }

    private void change(String comment, TaskId task, @Nullable String text, Happening happening) {
        var id = Objects.requireNonNull(commentIds.get(comment), "a comment that was told of has an id");
        if (text == null) {
            comments.remove(comment);
            add(happening, new DeleteComment(task, id));
        } else {
            comments.put(comment, text);
            add(happening, new EditComment(task, id, text));
        }
    }

    /** Null where it would say nothing. */
    private static @Nullable String commentText(String text) {
        var stripped = StorableText.cleaned(text).strip();
        return stripped.isEmpty() ? null : StorableText.shortened(stripped, TaskRules.COMMENT_LIMIT);
    }

    private boolean roomFor(String card) {
        return commentCounts.merge(card, 1, Integer::sum) <= TaskRules.COMMENTS_LIMIT;
    }

    private void add(Happening happening, Object command) {
        if (told.size() >= MOST_STEPS) {
            throw new TooLong();
        }
        told.add(new Told(happening.at(), happening.by(), command));
    }
}
