package io.taskledger.ui.activity;

import java.util.Set;

/** Fields of a task that the log has words for. */
final class ActivityFields {

    static final Set<String> WORDED = Set.of(
            "title",
            "description",
            "priority",
            "due_date",
            "due_time",
            "tags",
            "completed",
            "assignee",
            "list_id",
            "place",
            "workspace_id",
            "permission",
            "version_name");

    private ActivityFields() {}
}
