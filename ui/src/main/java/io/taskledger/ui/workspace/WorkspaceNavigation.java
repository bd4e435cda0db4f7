package io.taskledger.ui.workspace;

import com.vaadin.flow.component.UI;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.WorkspaceId;

/** Where workspaces are: every link to one is made here. */
public final class WorkspaceNavigation {

    public static final String BOARDS = "boards";
    public static final String WORKSPACES = "workspaces";

    private WorkspaceNavigation() {}

    public static String toBoard(WorkspaceId workspace) {
        return BOARDS + "/" + workspace.text();
    }

    /** The task beside the board that it stands on. */
    public static String toTask(WorkspaceId workspace, TaskId task) {
        return toBoard(workspace) + "/" + task.text();
    }

    public static String toPeople(WorkspaceId workspace) {
        return WORKSPACES + "/" + workspace.text();
    }

    public static void open(String path) {
        UI.getCurrent().navigate(path);
    }
}
