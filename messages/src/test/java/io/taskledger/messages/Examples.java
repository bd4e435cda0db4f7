package io.taskledger.messages;

import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.WorkspaceId;

/** Whom and what the examples are about. */
final class Examples {

    static final TaskId TASK = new TaskId("task-01JZ0000000000000000000001");
    static final UserId ANN = new UserId("user-01JZ0000000000000000000002");
    static final UserId BOB = new UserId("user-01JZ0000000000000000000005");
    static final WorkspaceId TEAM = new WorkspaceId("ws-01JZ0000000000000000000006");
    static final SubjectId OF_TEAM = new SubjectId(TEAM.text());
    static final String SHA_256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private Examples() {}
}
