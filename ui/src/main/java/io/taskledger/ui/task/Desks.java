package io.taskledger.ui.task;

import java.util.Set;
import java.util.function.Consumer;

import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.history.HistoryQuestions;
import io.taskledger.ui.words.Readers;
import io.taskledger.ui.workspace.WorkspaceQuestions;
import org.springframework.stereotype.Component;

/** Sets up a desk for each screen of tasks. */
@Component
public class Desks {

    private final TaskActions actions;
    private final BulkActions bulk;
    private final TaskQuestions questions;
    private final WorkspaceQuestions workspaces;
    private final TaskFiles files;
    private final HistoryQuestions past;
    private final Readers readers;

    Desks(
            TaskActions actions,
            BulkActions bulk,
            TaskQuestions questions,
            WorkspaceQuestions workspaces,
            TaskFiles files,
            HistoryQuestions past,
            Readers readers) {
        this.actions = actions;
        this.bulk = bulk;
        this.questions = questions;
        this.workspaces = workspaces;
        this.files = files;
        this.past = past;
        this.readers = readers;
    }

    /** For the reader of the current UI. */
    public Desk current() {
        return current(_ -> {});
    }

    /** @param onTakenBack told of the tasks that something was taken back of */
    public Desk current(Consumer<Set<TaskId>> onTakenBack) {
        var reader = readers.current();
        var takeBack = new TakeBack(actions, reader, onTakenBack);
        return new Desk(actions, bulk, questions, workspaces, files, past, reader, takeBack);
    }
}
