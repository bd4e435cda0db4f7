package io.taskledger.ui.board;

import java.util.Set;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.ui.parts.Headed;
import io.taskledger.ui.parts.Screen;
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

    private static final String DONE = "done";

    private final BoardPane board;
    private @Nullable WorkspaceSummary workspace;
    private boolean done;

    BoardView(Desks desks, LiveTasks live, BoardActions actions) {
        super(desks, live);
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
        var withDone = event.getLocation().getQueryParameters().getParameters().containsKey(DONE);
        if (!found.get().equals(workspace) || withDone != done || (task == null && nothingOpen())) {
            workspace = found.get();
            done = withDone;
            board.show(found.get(), withDone);
        }
        open(task, event.getLocation());
    }

    @Override
    public String heading() {
        return workspace == null ? "" : desk().names().of(workspace);
    }

    @Override
    public String getPageTitle() {
        return title(heading());
    }

    private void showDone(boolean shown) {
        if (workspace != null) {
            UI.getCurrent()
                    .navigate(
                            WorkspaceNavigation.toBoard(workspace.workspaceId()),
                            shown ? QueryParameters.of(DONE, "") : QueryParameters.empty());
        }
    }

    @Override
    protected void refresh(Set<TaskId> tasks) {
        board.refresh(tasks);
    }

    @Override
    protected void mark(@Nullable TaskId task) {
        board.current(task);
    }

    @Override
    protected void focus(TaskId task) {
        board.focus(task);
    }

    @Override
    protected void leaveTask() {
        showDone(done);
    }

    /** The lists may have changed, here or elsewhere. */
    private void lookAgain() {
        if (workspace != null) {
            desk().workspaces().among(workspace.workspaceId()).ifPresent(now -> {
                workspace = now;
                board.arrange(now);
            });
        }
    }
}
