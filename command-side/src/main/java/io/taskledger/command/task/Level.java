package io.taskledger.command.task;

import io.taskledger.messages.task.Permission;
import io.taskledger.messages.workspace.WorkspaceRole;

/** How much somebody may do with a task, each including what those before may. */
enum Level {
    /** Does not even know of it. */
    NONE,
    /** Sees it, comments on it, is reminded of it. */
    SEE,
    /** Changes what it says, whether it is done, who does it, and its files. */
    EDIT,
    /** Puts it elsewhere in its workspace. */
    PLACE,
    /** Deletes and shares it, and takes it into another workspace. */
    ALL;

    boolean includes(Level other) {
        return compareTo(other) >= 0;
    }

    Level or(Level other) {
        return includes(other) ? this : other;
    }

    static Level of(Permission shared) {
        return switch (shared) {
            case VIEW -> SEE;
            case EDIT -> EDIT;
        };
    }

    /** @param own whether it is about a task that the member made */
    static Level of(WorkspaceRole role, boolean own) {
        return switch (role) {
            case VIEWER -> SEE;
            case EDITOR -> own ? ALL : PLACE;
            case ADMIN -> ALL;
        };
    }
}
