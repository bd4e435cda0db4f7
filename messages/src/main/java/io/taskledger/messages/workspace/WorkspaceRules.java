package io.taskledger.messages.workspace;

import io.taskledger.messages.FieldRules;
import io.taskledger.messages.Trimmed;

/** The limits of a workspace. Lengths in Unicode code points. */
public final class WorkspaceRules {

    public static final int NAME_LIMIT = 100;
    public static final int LISTS_LIMIT = 200;
    /** Invitations that are still open count as well. */
    public static final int MEMBERS_LIMIT = 500;

    private WorkspaceRules() {}

    /**
     * A name without the blanks around it.
     *
     * @throws io.taskledger.messages.CommandRejected where it is blank or too long
     */
    static String name(String name) {
        var stripped = Trimmed.of(name);
        new FieldRules().length("name", stripped, 1, NAME_LIMIT).enforce();
        return stripped;
    }
}
