package io.taskledger.ui.workspace;

import io.taskledger.messages.workspace.ListDetails;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.ui.words.Reader;

/** What workspaces and lists are called: those that nobody named have a name in each language. */
public record WorkspaceNames(Reader reader) {

    public String of(WorkspaceSummary workspace) {
        var name = workspace.name();
        return name == null ? reader.say("workspace.personal") : name;
    }

    public String of(ListDetails list) {
        var name = list.name();
        return name == null ? reader.say("list.first") : name;
    }
}
