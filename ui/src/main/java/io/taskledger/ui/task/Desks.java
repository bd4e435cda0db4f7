package io.taskledger.ui.task;

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
    private final Readers readers;

    Desks(
            TaskActions actions,
            BulkActions bulk,
            TaskQuestions questions,
            WorkspaceQuestions workspaces,
            TaskFiles files,
            Readers readers) {
        this.actions = actions;
        this.bulk = bulk;
        this.questions = questions;
        this.workspaces = workspaces;
        this.files = files;
        this.readers = readers;
    }

    /** For the reader of the current UI. */
    public Desk current() {
        return new Desk(actions, bulk, questions, workspaces, files, readers.current());
    }
}
