package io.taskledger.ui.task;

import io.taskledger.messages.Rejection;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.security.Acting;
import io.taskledger.ui.history.HistoryQuestions;
import io.taskledger.ui.parts.Notice;
import io.taskledger.ui.task.TaskActions.Written;
import io.taskledger.ui.words.Calendar;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.words.RejectionWords;
import io.taskledger.ui.workspace.WorkspaceNames;
import io.taskledger.ui.workspace.WorkspaceQuestions;

/** What every part of a screen of tasks works with. */
public record Desk(
        TaskActions actions,
        BulkActions bulk,
        TaskQuestions questions,
        WorkspaceQuestions workspaces,
        TaskFiles files,
        HistoryQuestions past,
        Reader reader,
        TakeBack takeBack) {

    public String say(String key, Object... values) {
        return reader.say(key, values);
    }

    public Calendar calendar() {
        return new Calendar(reader);
    }

    public WorkspaceNames names() {
        return new WorkspaceNames(reader);
    }

    /** The same for who reads at another time. */
    public Desk readBy(Reader other) {
        return new Desk(actions, bulk, questions, workspaces, files, past, other, takeBack);
    }

    /** What a list is called, by its id; one that is gone, or somebody else's, has no name here. */
    public String listName(String list) {
        return ListId.parse(list)
                .flatMap(wanted -> workspaces.with(wanted).stream()
                        .flatMap(workspace -> workspace.lists().stream())
                        .filter(one -> one.listId().equals(wanted))
                        .findFirst())
                .map(names()::of)
                .orElseGet(() -> say("then.list.gone"));
    }

    /** Whose screen it is. */
    public UserId me() {
        return Acting.now().orElseThrow().userId();
    }

    public String sentence(Rejection rejection) {
        return new RejectionWords(reader.words()).sentence(rejection);
    }

    /**
     * Offers to take back what was done, or tells why it was not.
     *
     * @param what it was, of the words' keys: {@code completed}
     */
    public void done(Written written, String what, String title) {
        written.refused().ifPresentOrElse(this::tell, () -> takeBack.offer(written.action(), what, title));
    }

    /** Completes the task, or opens it again. */
    public void toggle(TaskDetails task) {
        if (task.completed()) {
            done(actions.reopen(task.taskId()), "reopened", task.title());
        } else {
            done(actions.complete(task.taskId()), "completed", task.title());
        }
    }

    /** For a refusal that no field on the screen is to blame for. */
    public void tell(Rejection rejection) {
        Notice.refused(sentence(rejection));
    }
}
