package io.taskledger.query.task;

import java.sql.ResultSet;
import java.sql.SQLException;

import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceId;

/** Reads columns that rows of tasks, as they are and as they were, have alike. */
public final class Columns {

    private Columns() {}

    /** Of {@code workspace_id}, {@code list_id} and {@code place}. */
    public static TaskHome home(ResultSet row) throws SQLException {
        return new TaskHome(
                new WorkspaceId(row.getString("workspace_id")),
                new ListId(row.getString("list_id")),
                new Place(row.getString("place")));
    }
}
