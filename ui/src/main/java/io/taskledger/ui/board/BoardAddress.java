package io.taskledger.ui.board;

import java.util.LinkedHashMap;
import java.util.Map;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.ui.past.Then;
import io.taskledger.ui.workspace.WorkspaceNavigation;
import org.jspecify.annotations.Nullable;

/**
 * Where a board is.
 *
 * @param done whether what is done is shown too
 */
record BoardAddress(WorkspaceSummary workspace, boolean done) {

    private static final String DONE = "done";

    static boolean asksForDone(QueryParameters asked) {
        return asked.getParameters().containsKey(DONE);
    }

    /**
     * @param then null for now
     * @param task null where none is open
     */
    String path(@Nullable Then then, @Nullable TaskId task) {
        return new Location(place(task), parameters(then)).getPathWithQueryParameters();
    }

    /** As {@link #path}. */
    void open(@Nullable Then then, @Nullable TaskId task) {
        UI.getCurrent().navigate(place(task), parameters(then));
    }

    private String place(@Nullable TaskId task) {
        return task == null
                ? WorkspaceNavigation.toBoard(workspace.workspaceId())
                : WorkspaceNavigation.toTask(workspace.workspaceId(), task);
    }

    private QueryParameters parameters(@Nullable Then then) {
        Map<String, String> told = new LinkedHashMap<>();
        if (done) {
            told.put(DONE, "");
        }
        if (then != null) {
            told.put(then.parameter(), then.text());
        }
        return QueryParameters.simple(told);
    }
}
