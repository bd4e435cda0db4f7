package io.taskledger.command.permission;

/** As whom somebody acts. */
enum Role {
    OWNER("owner"),
    EDIT("edit"),
    VIEW("view"),
    NONE("none"),
    CREATOR("creator"),
    ADMIN("admin"),
    EDITOR("editor"),
    VIEWER("viewer"),
    INSTANCE_ADMIN("instance admin"),
    SIGNED_OUT("signed out");

    private final String heading;

    Role(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }

    /** Whether the task stands in a team's workspace, and what is asked of a workspace is asked of that one. */
    boolean inTeam() {
        return switch (this) {
            case CREATOR, ADMIN, EDITOR, VIEWER -> true;
            case OWNER, EDIT, VIEW, NONE, INSTANCE_ADMIN, SIGNED_OUT -> false;
        };
    }

    /** Whether they have nothing to do with the task, nor with the workspace. */
    boolean outside() {
        return switch (this) {
            case NONE, INSTANCE_ADMIN, SIGNED_OUT -> true;
            case OWNER, EDIT, VIEW, CREATOR, ADMIN, EDITOR, VIEWER -> false;
        };
    }
}
