package io.taskledger.ui.board;

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
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.ui.parts.Glow;
import io.taskledger.ui.task.Desk;
import io.taskledger.ui.task.MoveDialog;
import org.jspecify.annotations.Nullable;

/** The board itself: columns side by side, cards that are moved between them. */
class BoardPane extends Div implements BoardCard.Asked {

    private final Desk desk;
    private final BoardActions actions;
    private final Consumer<TaskId> onChange;
    private final BoardTop top;
    private final BoardColumns columns = new BoardColumns();
    private final Div news = new Div();
    private final BoardCards cards;
    private final BoardReading reading;
    private @Nullable WorkspaceSummary workspace;

    /**
     * @param onChange told of a task that was changed here
     * @param onDone told whether what is done is to be shown too
     */
    BoardPane(Desk desk, BoardActions actions, Consumer<TaskId> onChange, Consumer<Boolean> onDone) {
        this.desk = desk;
        this.actions = actions;
        this.onChange = onChange;
        this.reading = new BoardReading(desk);
        this.cards = new BoardCards(desk, this);
        top = new BoardTop(desk, onDone);
        addClassName("board-pane");
        CardMoved.listen(columns, this::dropped);
        news.addClassName("sr-only");
        news.getElement().setAttribute("role", "status");
        add(top, columns, news);
    }

    /** Reads the board from its beginning. */
    void show(WorkspaceSummary now, boolean done) {
        reading.of(now, done);
        columns.forget();
        cards.clear();
        arrange(now);
    }

    /** Puts the columns as the workspace has its lists now; those that stay keep what they show. */
    void arrange(WorkspaceSummary now) {
        workspace = now;
        top.show(now, reading.done());
        if (!columns.areAmong(now.lists().stream().map(ListDetails::listId).toList())) {
            columns.forget(); // what stood in a list that is gone stands in the first one
            cards.clear();
        }
        columns.arrange(now.lists(), desk.names()::of, this::filled);
        if (mayEdit()) {
            columns.add(new ListAdding(desk, name -> ListRequests.told(actions.add(now.workspaceId(), name))));
        }
    }

    void current(@Nullable TaskId task) {
        cards.current(task);
    }

    void focus(TaskId task) {
        cards.of(task).ifPresent(BoardCard::focusTitle);
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
        desk.toggle(task);
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
        found.ifPresentOrElse(
                now -> place(now, cards.of(task)),
                () -> cards.of(task).ifPresent(card -> {
                    cards.forget(task);
                    columns.of(card.task()).remove(card);
                }));
    }

    /** One that is done now stays until the board is read again: nothing vanishes under the pointer. */
    private boolean belongs(TaskDetails task) {
        return workspace != null
                && task.home().workspaceId().equals(workspace.workspaceId())
                && (reading.done()
                        || !task.completed()
                        || cards.of(task.taskId()).isPresent());
    }

    private void place(TaskDetails now, Optional<BoardCard> known) {
        var card = known.orElseGet(() -> cards.make(now));
        var before = card.task();
        card.show(now);
        var moved = known.isEmpty() || !before.home().equals(now.home());
        if (moved) {
            columns.of(before).remove(card);
            if (!columns.of(now).place(card)) {
                cards.forget(now.taskId());
            }
        }
        if (moved || before.version() != now.version()) {
            Glow.on(card);
        }
    }

    void dropped(CardMoved drop) {
        var refused = actions.move(drop.where(here().workspaceId()));
        refused.ifPresent(desk::tell);
        changed(drop.task());
        if (refused.isEmpty()) {
            var where = columns.of(drop.list()).map(column -> column.header().name());
            var what = cards.of(drop.task()).map(card -> card.task().title());
            news.setText(desk.say("board.moved", what.orElse(""), where.orElse("")));
        }
        if (drop.keyboard()) {
            focus(drop.task());
        }
    }

    private void changed(TaskId task) {
        refresh(task);
        onChange.accept(task);
    }

    private BoardColumn filled(ListDetails list) {
        var asked = Optional.<ColumnHeader.Asked>of(new ListRequests(desk, actions, this::here, list.listId()))
                .filter(_ -> mayEdit());
        var adding = mayEdit()
                ? Optional.of(new CardAdding(desk, desk.names().of(list), title -> create(list.listId(), title)))
                : Optional.<CardAdding>empty();
        var column = new BoardColumn(desk, list, new ColumnHeader(desk, isFirst(list.listId()), asked), adding);
        load(column, "");
        if (isFirst(list.listId())) {
            reading.strays().forEach(task -> column.place(cards.make(task)));
        }
        return column;
    }

    private void load(BoardColumn column, String after) {
        column.append(reading.slice(column.list(), after), cards::make);
        column.offerMore(next -> load(column, next));
    }

    private Optional<Rejection> create(ListId list, String title) {
        var task = TaskId.next();
        var refused =
                desk.actions().create(() -> reading.titled(task, list, title)).refused();
        return refused.or(() -> {
            changed(task);
            return Optional.empty();
        });
    }

    private WorkspaceSummary here() {
        return Objects.requireNonNull(workspace, "a board is shown");
    }

    private boolean isFirst(ListId list) {
        return workspace != null && list.equals(ListId.firstOf(workspace.workspaceId()));
    }

    private boolean mayEdit() {
        return workspace != null && workspace.role().includes(WorkspaceRole.EDITOR);
    }
}
