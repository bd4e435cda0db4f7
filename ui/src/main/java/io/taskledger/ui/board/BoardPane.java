package io.taskledger.ui.board;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import com.vaadin.flow.component.html.Div;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.ListDetails;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceQuery.Side;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.ui.task.Desk;
import io.taskledger.ui.task.MoveDialog;
import io.taskledger.ui.workspace.WorkspacesChanged;
import org.jspecify.annotations.Nullable;

/** The board itself: columns side by side, cards that are moved between them. */
class BoardPane extends Div implements BoardCard.Asked {

    private final Desk desk;
    private final BoardActions actions;
    private final Consumer<TaskId> onChange;
    private final BoardTop top;
    private final Div columns = new Div();
    private final Div news = new Div();
    private final Map<ListId, BoardColumn> byList = new LinkedHashMap<>();
    private final Map<TaskId, BoardCard> cards = new HashMap<>();
    private final BoardReading reading;
    private @Nullable WorkspaceSummary workspace;
    private @Nullable TaskId current;

    /**
     * @param onChange told of a task that was changed here
     * @param onDone told whether what is done is to be shown too
     */
    BoardPane(Desk desk, BoardActions actions, Consumer<TaskId> onChange, Consumer<Boolean> onDone) {
        this.desk = desk;
        this.actions = actions;
        this.onChange = onChange;
        this.reading = new BoardReading(desk);
        top = new BoardTop(desk, onDone);
        addClassName("board-pane");
        columns.addClassName("board");
        columns.getElement().setAttribute("data-testid", "board");
        columns.getElement()
                .addEventListener("card-moved", event -> {
                    var told = event.getEventData();
                    dropped(CardMoved.of(
                            told.get("event.detail.task").asString(),
                            told.get("event.detail.list").asString(),
                            told.get("event.detail.next").asString(),
                            told.get("event.detail.previous").asString(),
                            told.get("event.detail.keyboard").asBoolean()));
                })
                .addEventData("event.detail.task")
                .addEventData("event.detail.list")
                .addEventData("event.detail.next")
                .addEventData("event.detail.previous")
                .addEventData("event.detail.keyboard");
        news.addClassName("sr-only");
        news.getElement().setAttribute("role", "status");
        add(top, columns, news);
    }

    /** Reads the board from its beginning. */
    void show(WorkspaceSummary now, boolean done) {
        reading.of(now, done);
        byList.clear();
        cards.clear();
        columns.removeAll();
        arrange(now);
    }

    /** Puts the columns as the workspace has its lists now; those that stay keep what they show. */
    void arrange(WorkspaceSummary now) {
        workspace = now;
        top.show(now, reading.done());
        var there = now.lists().stream().map(ListDetails::listId).toList();
        if (!there.containsAll(byList.keySet())) {
            byList.clear(); // what stood in a list that is gone stands in the first one
            cards.clear();
        }
        columns.removeAll();
        now.lists().forEach(list -> {
            var column = byList.computeIfAbsent(list.listId(), _ -> filled(list));
            column.name(desk.names().of(list));
            column.header()
                    .atEdge(
                            list.equals(now.lists().getFirst()),
                            list.equals(now.lists().getLast()));
            columns.add(column);
        });
        if (mayEdit()) {
            columns.add(new ListAdding(desk, name -> listsChanged(actions.add(now.workspaceId(), name))));
        }
    }

    void current(@Nullable TaskId task) {
        current = task;
        cards.forEach((id, card) -> card.current(id.equals(task)));
    }

    void focus(TaskId task) {
        Optional.ofNullable(cards.get(task)).ifPresent(BoardCard::focusTitle);
    }

    /** Takes up what happened to tasks, here or elsewhere. */
    void refresh(Set<TaskId> tasks) {
        if (workspace != null && tasks.size() > BoardReading.TOO_MANY_TO_ASK_ONE_BY_ONE) {
            show(workspace, reading.done());
        } else {
            tasks.forEach(this::refresh);
        }
    }

    @Override
    public void toggle(TaskDetails task) {
        var refused = task.completed()
                ? desk.actions().reopen(task.taskId())
                : desk.actions().complete(task.taskId());
        refused.ifPresent(desk::tell);
        changed(task.taskId());
    }

    @Override
    public void moveTo(TaskDetails task) {
        MoveDialog.open(desk, task, () -> {
            changed(task.taskId());
            focus(task.taskId());
        });
    }

    private void refresh(TaskId task) {
        var found = desk.questions().find(task).filter(this::belongs);
        var card = cards.get(task);
        if (found.isPresent()) {
            place(found.get(), card);
        } else if (card != null) {
            cards.remove(task);
            column(card.task()).remove(card);
        }
    }

    /** One that is done now stays until the board is read again: nothing vanishes under the pointer. */
    private boolean belongs(TaskDetails task) {
        return workspace != null
                && task.home().workspaceId().equals(workspace.workspaceId())
                && (reading.done() || !task.completed() || cards.containsKey(task.taskId()));
    }

    private void place(TaskDetails now, @Nullable BoardCard known) {
        var card = known == null ? card(now) : known;
        var before = card.task();
        card.show(now);
        var moved = known == null || !before.home().equals(now.home());
        if (moved) {
            column(before).remove(card);
            if (!column(now).place(card)) {
                cards.remove(now.taskId());
            }
        }
        if (moved || before.version() != now.version()) {
            card.glow();
        }
    }

    void dropped(CardMoved drop) {
        var here = workspace;
        if (here == null) {
            return;
        }
        var refused = actions.move(drop.where(here.workspaceId()));
        refused.ifPresent(desk::tell);
        changed(drop.task());
        if (refused.isEmpty()) {
            byList.values().stream()
                    .filter(one -> one.list().equals(drop.list()))
                    .forEach(column -> news.setText(desk.say(
                            "board.moved", title(drop.task()), column.header().name())));
        }
        if (drop.keyboard()) {
            focus(drop.task());
        }
    }

    private String title(TaskId task) {
        return Optional.ofNullable(cards.get(task))
                .map(card -> card.task().title())
                .orElse("");
    }

    private void changed(TaskId task) {
        refresh(task);
        onChange.accept(task);
    }

    private BoardColumn filled(ListDetails list) {
        var asked = mayEdit()
                ? Optional.<ColumnHeader.Asked>of(new AskedOfList(list.listId()))
                : Optional.<ColumnHeader.Asked>empty();
        var header = new ColumnHeader(desk, isFirst(list.listId()), asked);
        var adding = mayEdit()
                ? Optional.of(new CardAdding(desk, desk.names().of(list), title -> create(list.listId(), title)))
                : Optional.<CardAdding>empty();
        var column = new BoardColumn(desk, list, header, adding);
        load(column, "");
        if (isFirst(list.listId())) {
            reading.strays().forEach(task -> column.place(card(task)));
        }
        return column;
    }

    private void load(BoardColumn column, String after) {
        column.append(reading.slice(column.list(), after), this::card);
        column.offerMore(next -> load(column, next));
    }

    private BoardCard card(TaskDetails task) {
        var card = new BoardCard(task, desk, this);
        card.current(task.taskId().equals(current));
        cards.put(task.taskId(), card);
        return card;
    }

    private Optional<Rejection> create(ListId list, String title) {
        var task = TaskId.next();
        var refused = desk.actions().create(() -> reading.titled(task, list, title));
        if (refused.isEmpty()) {
            changed(task);
        }
        return refused;
    }

    private BoardColumn column(TaskDetails task) {
        return byList.getOrDefault(
                task.home().listId(), byList.values().iterator().next());
    }

    private boolean isFirst(ListId list) {
        return workspace != null && list.equals(ListId.firstOf(workspace.workspaceId()));
    }

    private boolean mayEdit() {
        return workspace != null && workspace.role().includes(WorkspaceRole.EDITOR);
    }

    private static Optional<Rejection> listsChanged(Optional<Rejection> refused) {
        if (refused.isEmpty()) {
            WorkspacesChanged.tell();
        }
        return refused;
    }

    /** What the menu of a column asks for. */
    private final class AskedOfList implements ColumnHeader.Asked {

        private final ListId list;

        AskedOfList(ListId list) {
            this.list = list;
        }

        @Override
        public Optional<Rejection> rename(String name) {
            return listsChanged(actions.rename(here().workspaceId(), list, name));
        }

        @Override
        public void move(Side side) {
            var ids = here().lists().stream().map(ListDetails::listId).toList();
            var neighbour = ids.get(ids.indexOf(list) + (side == Side.BEFORE ? -1 : 1));
            listsChanged(actions.move(here().workspaceId(), list, side, neighbour))
                    .ifPresent(desk::tell);
        }

        @Override
        public void remove() {
            var first = here().lists().stream()
                    .filter(one -> isFirst(one.listId()))
                    .findFirst()
                    .map(desk.names()::of)
                    .orElse("");
            var name = Objects.requireNonNull(byList.get(list)).header().name();
            RemoveListDialog.open(
                    desk,
                    name,
                    first,
                    () -> listsChanged(actions.remove(here().workspaceId(), list))
                            .ifPresent(desk::tell));
        }

        private WorkspaceSummary here() {
            return Objects.requireNonNull(workspace, "a board is shown");
        }
    }
}
