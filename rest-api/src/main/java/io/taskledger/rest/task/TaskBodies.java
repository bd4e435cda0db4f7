package io.taskledger.rest.task;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kind;
import io.taskledger.rest.input.Kinds;
import org.jspecify.annotations.Nullable;

/** Reads what is to become of a task. */
final class TaskBodies {

    static final Kind<Priority> PRIORITY = priorities();
    private static final Kind<List<String>> TAGS = Kinds.listOf(Kinds.TEXT);

    private TaskBodies() {}

    /** A new task's texts are trimmed, as the contract has it. What it says of a neighbour is heard as well. */
    static CreateTask newTask(TaskId id, JsonBody body, Function<Destination, @Nullable TaskHome> home) {
        var title = body.required("title", Kinds.TEXT);
        var description = body.nullable("description", Kinds.TEXT);
        var priority = body.optional("priority", PRIORITY);
        var dueDate = body.nullable("due_date", Kinds.DATE);
        var dueTime = body.nullable("due_time", Kinds.TIME);
        var tags = body.optional("tags", TAGS);
        var completed = body.optional("completed", Kinds.FLAG);
        var assignee = body.nullable("assignee", Kinds.TEXT);
        var destination = Destination.read(body);

        var text = description.orNull();
        return new CreateTask(
                id,
                home.apply(destination),
                title.value(),
                text == null ? null : text.strip(),
                priority.or(Priority.MEDIUM),
                dueDate.orNull(),
                dueTime.orNull(),
                tags.or(List.of()).stream().map(String::strip).toList(),
                completed.or(false),
                assignee.orNull());
    }

    /** Of many tasks: where they stand and whose turn they are is changed by actions of their own, task by task. */
    static TaskEdit editOfMany(JsonBody body) {
        body.without("assignee", "Assign many tasks by POST /tasks/actions with the action assign");
        body.without("workspace_id", "Move many tasks by POST /tasks/actions with the action move");
        body.without("list_id", "Move many tasks by POST /tasks/actions with the action move");
        return edit(body);
    }

    /** An edit's texts are taken as they are. */
    @SuppressWarnings("NullAway") // it does not see nullness within type arguments of a record from another module
    static TaskEdit edit(JsonBody body) {
        var title = body.optional("title", Kinds.TEXT);
        var description = body.nullable("description", Kinds.TEXT);
        var priority = body.optional("priority", PRIORITY);
        var dueDate = body.nullable("due_date", Kinds.DATE);
        var dueTime = body.nullable("due_time", Kinds.TIME);
        var tags = body.optional("tags", TAGS);
        var completed = body.optional("completed", Kinds.FLAG);
        body.enforce();

        return new TaskEdit(
                title.change(),
                description.changeOrClearing(),
                priority.change(),
                dueDate.changeOrClearing(),
                dueTime.changeOrClearing(),
                tags.change(),
                completed.change());
    }

    private static Kind<Priority> priorities() {
        var named = new LinkedHashMap<String, Priority>();
        Arrays.stream(Priority.values()).forEach(one -> named.put(one.text(), one));
        return Kinds.oneOf(named);
    }
}
