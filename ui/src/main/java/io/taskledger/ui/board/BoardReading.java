package io.taskledger.ui.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.taskledger.messages.Slice;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.messages.workspace.ListDetails;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.ui.task.Desk;

/** What stands on a board. */
final class BoardReading {

    /** More changes than this at once, as an import makes them, are read as a board again. */
    static final int TOO_MANY_TO_ASK_ONE_BY_ONE = 100;

    private static final TaskSort ORDER = TaskSort.by(TaskSort.Field.PLACE);
    private static final int WIDEST_SLICE = 200;
    private static final int STRAYS_LOOKED_FOR = 2_000;

    private final Desk desk;
    private Optional<WorkspaceSummary> workspace = Optional.empty();
    private boolean done;

    BoardReading(Desk desk) {
        this.desk = desk;
    }

    /** @param withDone whether what is done is shown too */
    void of(WorkspaceSummary now, boolean withDone) {
        workspace = Optional.of(now);
        done = withDone;
    }

    boolean done() {
        return done;
    }

    Slice<TaskDetails> slice(ListId list, String after) {
        return desk.questions().scroll(all().list(list), ORDER, after, BoardColumn.SLICE);
    }

    /** Tasks whose list was removed: they belong to the first one. Looked for only where some are missing. */
    List<TaskDetails> strays() {
        var lists = workspace().lists().stream().map(ListDetails::listId).toList();
        var standing = lists.stream()
                .mapToLong(list -> desk.questions().count(all().list(list)))
                .sum();
        var missing = desk.questions().count(all()) - standing;
        var found = new ArrayList<TaskDetails>();
        var next = missing > 0 ? Optional.of("") : Optional.<String>empty();
        for (int seen = 0;
                next.isPresent() && found.size() < missing && seen < STRAYS_LOOKED_FOR;
                seen += WIDEST_SLICE) {
            var slice = desk.questions().scroll(all(), ORDER, next.get(), WIDEST_SLICE);
            slice.items().stream()
                    .filter(task -> !lists.contains(task.home().listId()))
                    .forEach(found::add);
            next = slice.next();
        }
        return found;
    }

    /** At the end of the list. */
    TaskCommand.CreateTask titled(TaskId task, ListId list, String title) {
        var home = desk.questions()
                .place(new TaskQuery.FindPlace(workspace().workspaceId(), list, null, null, false))
                .orElse(null);
        return new TaskCommand.CreateTask(task, home, title, null, Priority.MEDIUM, null, null, List.of(), false);
    }

    private TaskFilter all() {
        return TaskFilter.everything().workspace(workspace().workspaceId()).completed(done ? null : Boolean.FALSE);
    }

    private WorkspaceSummary workspace() {
        return workspace.orElseThrow();
    }
}
