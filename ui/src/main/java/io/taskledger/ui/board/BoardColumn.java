package io.taskledger.ui.board;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.taskledger.messages.Slice;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.messages.workspace.ListDetails;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.ui.parts.MoreInSight;
import io.taskledger.ui.task.Desk;
import io.taskledger.ui.task.TaskFit;

/** A list of a workspace, and its cards in their own order. */
class BoardColumn extends Section {

    static final int SLICE = 40;

    private static final Comparator<TaskDetails> ORDER = TaskFit.order(TaskSort.by(TaskSort.Field.PLACE));

    private final Desk desk;
    private final ListId list;
    private final UnorderedList cards = new UnorderedList();
    private final Span count = new Span();
    private final Div end = new Div();
    private final ColumnHeader header;
    private Optional<String> next = Optional.empty();

    /** @param adding empty for who may look only */
    BoardColumn(Desk desk, ListDetails list, ColumnHeader header, Optional<CardAdding> adding) {
        this.desk = desk;
        this.list = list.listId();
        this.header = header;
        addClassName("column");
        getElement().setAttribute("data-list", list.listId().text()).setAttribute("data-testid", "column");
        cards.addClassName("cards");
        count.addClassName("count");
        header.count(count);
        var body = new Div(cards, end);
        body.addClassName("column-body");
        add(header, body);
        adding.ifPresent(this::add);
        name(desk.names().of(list));
    }

    ListId list() {
        return list;
    }

    final void name(String name) {
        header.name(name);
        getElement().setAttribute("aria-label", name);
    }

    ColumnHeader header() {
        return header;
    }

    /** @return what stands here now */
    List<TaskDetails> append(Slice<TaskDetails> slice, Function<TaskDetails, BoardCard> card) {
        next = slice.next();
        slice.items().forEach(task -> cards.add(card.apply(task)));
        recount();
        return slice.items();
    }

    /** @param more called with what to go on with, when the end comes into sight */
    void offerMore(Consumer<String> more) {
        end.removeAll();
        next.ifPresent(after -> end.add(
                MoreInSight.of(desk.say("list.more"), "column-more", ".column-body", () -> more.accept(after))));
    }

    /** Where its place is; nothing where that is beyond what is loaded. */
    boolean place(BoardCard card) {
        cards.remove(card);
        var there = cards.getChildren().map(BoardCard.class::cast).toList();
        int at = there.size();
        while (at > 0 && ORDER.compare(there.get(at - 1).task(), card.task()) > 0) {
            at--;
        }
        var shown = at < there.size() || next.isEmpty();
        if (shown) {
            cards.addComponentAtIndex(at, card);
        }
        recount();
        return shown;
    }

    void remove(BoardCard card) {
        cards.remove(card);
        recount();
    }

    private void recount() {
        count.setText(cards.getComponentCount() + (next.isPresent() ? "+" : ""));
    }
}
