package io.taskledger.ui.workspace;

import java.util.Optional;

import io.taskledger.messages.Rejection;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.ui.parts.Notice;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.words.RejectionWords;

/** What every part of the screen of workspaces works with. */
record WorkspaceDesk(WorkspaceActions actions, WorkspaceQuestions questions, Reader reader) {

    String say(String key, Object... values) {
        return reader.say(key, values);
    }

    WorkspaceNames names() {
        return new WorkspaceNames(reader);
    }

    String role(WorkspaceRole role) {
        return say("role." + role.stored());
    }

    String sentence(Rejection rejection) {
        return new RejectionWords(reader.words()).sentence(rejection);
    }

    /** For a refusal that no field on the screen is to blame for. */
    void tell(Optional<Rejection> refused) {
        refused.map(this::sentence).ifPresent(Notice::refused);
    }
}
