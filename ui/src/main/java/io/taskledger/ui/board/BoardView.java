package io.taskledger.ui.board;

import java.util.Set;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.ui.parts.Headed;
import io.taskledger.ui.parts.Screen;
import io.taskledger.ui.past.PastQuestions;
import io.taskledger.ui.past.Then;
import io.taskledger.ui.task.Desks;
import io.taskledger.ui.task.LiveTasks;
import io.taskledger.ui.task.TaskScreen;
import io.taskledger.ui.workspace.WorkspaceNavigation;
import io.taskledger.ui.workspace.WorkspacesChanged;
import org.jspecify.annotations.Nullable;

/** A workspace as a board, and beside it the task that is open. */
@PermitAll
@Route(WorkspaceNavigation.BOARDS + "/:workspace/:taskId?")
public class BoardView extends TaskScreen implements BeforeEnterObserver, HasDynamicTitle, Headed {

    private final BoardPane board;
    private @Nullable BoardAddress read;
    private @Nullable PastBoard pastBoard;
    private @Nullable TaskId current;

    BoardView(Desks desks, LiveTasks live, BoardActions actions, PastQuestions questions) {
        super(desks, live, questions);
        board = new BoardPane(desk(), actions, this::changedBeside, this::showDone);
        addClassName("board-view");
        setMaster(board);
        setMasterSize("min(20rem, 100vw)");
        Screen.follow(this, tab -> WorkspacesChanged.listen(tab, this::lookAgain));
    }

    /** For whom it does not exist there is nothing here, as at any address that leads nowhere. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getRouteParameters().get("workspace").flatMap(WorkspaceId::parse);
        var found = wanted.flatMap(desk().workspaces()::among);
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        var task = event.getRouteParameters().get("taskId").orElse(null);
        var asked = event.getLocation().getQueryParameters();
        var address = new BoardAddress(found.get(), BoardAddress.asksForDone(asked));
        var then = Then.of(asked);
        if (then.isPresent()) {
            showPast(address, then.get(), task);
            return;
        }
        if (leaveForNow() || !address.equals(read) || (task == null && nothingOpen())) {
            board.show(address.workspace(), address.done());
        }
        read = address;
        open(task, event.getLocation());
    }

    private void showPast(BoardAddress address, Then then, @Nullable String task) {
        if (pastBoard == null || !pastBoard.where().equals(address)) {
            leaveForNow();
            pastBoard = new PastBoard(desk(), questions(), address, this::movedTo);
            goIntoThePast(paneOf(pastBoard));
        }
        read = address;
        openPast(task, then);
        if (then().filter(then::equals).isEmpty()) {
            past().ifPresent(pane -> pane.open(then));
        }
    }

    private boolean leaveForNow() {
        pastBoard = null;
        return leavePast(board);
    }

    @Override
    public void goBack() {
        if (read != null) {
            var shown = new PastBoard(desk(), questions(), read, _ -> {});
            read.open(lastChange(shown.steps()), current);
        }
    }

    @Override
    public void backToNow() {
        if (read != null) {
            read.open(null, current);
        }
    }

    @Override
    public String heading() {
        return read == null ? "" : desk().names().of(read.workspace());
    }

    @Override
    public String getPageTitle() {
        return title(heading());
    }

    private void showDone(boolean shown) {
        if (read != null) {
            new BoardAddress(read.workspace(), shown).open(null, null);
        }
    }

    @Override
    protected void refresh(Set<TaskId> tasks) {
        board.refresh(tasks);
    }

    @Override
    protected void mark(@Nullable TaskId task) {
        current = task;
        board.current(task);
        if (pastBoard != null) {
            pastBoard.current(task);
        }
    }

    @Override
    protected void focus(TaskId task) {
        if (pastBoard == null) {
            board.focus(task);
        } else {
            pastBoard.focus(task);
        }
    }

    @Override
    protected void leaveTask() {
        if (read != null) {
            read.open(then().orElse(null), null);
        }
    }

    /** The lists may have changed, here or elsewhere. */
    private void lookAgain() {
        var shown = read;
        if (shown != null) {
            desk().workspaces().among(shown.workspace().workspaceId()).ifPresent(now -> {
                read = new BoardAddress(now, shown.done());
                board.arrange(now);
            });
        }
    }
}
