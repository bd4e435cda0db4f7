package io.taskledger.rest.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.SharingCommand.ShareTask;
import io.taskledger.messages.task.TagCommand.RenameTag;
import io.taskledger.messages.task.TagCommand.TagTask;
import io.taskledger.messages.task.TagCommand.UntagTask;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.AssignTask;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.MoveTask;
import io.taskledger.messages.task.TaskCommand.PurgeTask;
import io.taskledger.messages.task.TaskCommand.ReopenTask;
import io.taskledger.messages.task.TaskCommand.RestoreTask;
import io.taskledger.messages.task.TaskId;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.input.JsonBody;
import io.taskledger.rest.input.Kind;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;

/** What is to be done to each of many tasks. */
record TaskDeed(BiFunction<TaskId, Gateways, TaskCommand> command) {

    private static final Kind<Function<JsonBody, TaskDeed>> ACTIONS = actions();

    /**
     * @throws io.taskledger.rest.input.InvalidInput where the body names none, or lacks what it needs
     * @throws Refused where it would change nothing
     */
    static TaskDeed read(JsonBody body) {
        var action = body.required("action", ACTIONS);
        if (action.orNull() == null) {
            body.enforce();
        }
        var deed = action.value().apply(body);
        body.enforce();
        return deed;
    }

    TaskCommand on(TaskId task, Gateways gateways) {
        return command.apply(task, gateways);
    }

    private static Kind<Function<JsonBody, TaskDeed>> actions() {
        var named = new LinkedHashMap<String, Function<JsonBody, TaskDeed>>();
        named.put("complete", _ -> plain(CompleteTask::new));
        named.put("reopen", _ -> plain(ReopenTask::new));
        named.put("delete", _ -> plain(DeleteTask::new));
        named.put("restore", _ -> plain(RestoreTask::new));
        named.put("purge", _ -> plain(PurgeTask::new));
        named.put("edit", TaskDeed::edit);
        named.put("tag", TaskDeed::tag);
        named.put("untag", TaskDeed::untag);
        named.put("rename_tag", TaskDeed::renameTag);
        named.put("move", TaskDeed::move);
        named.put("assign", TaskDeed::assign);
        named.put("share", TaskDeed::share);
        return Kinds.oneOf(named);
    }

    private static TaskDeed plain(Function<TaskId, TaskCommand> command) {
        return new TaskDeed((task, _) -> command.apply(task));
    }

    private static TaskDeed edit(JsonBody body) {
        var edit = TaskBodies.editOfMany(body.within("updates"));
        if (edit.touchesNothing()) {
            throw new Refused(ProblemType.NOTHING_TO_UPDATE, "No fields provided for update");
        }
        return plain(task -> new EditTask(task, edit));
    }

    private static TaskDeed tag(JsonBody body) {
        var tags = body.required("tags", Kinds.listOf(Kinds.TEXT));
        body.enforce();
        List<String> added = tags.value();
        return plain(task -> new TagTask(task, added));
    }

    private static TaskDeed untag(JsonBody body) {
        var tag = body.required("tag", Kinds.TEXT);
        return plain(task -> new UntagTask(task, tag.value()));
    }

    private static TaskDeed renameTag(JsonBody body) {
        var tag = body.required("tag", Kinds.TEXT);
        var name = body.required("new_name", Kinds.TEXT);
        return plain(task -> new RenameTag(task, tag.value(), name.value()));
    }

    private static TaskDeed move(JsonBody body) {
        var destination = Destination.read(body);
        return new TaskDeed((task, gateways) -> new MoveTask(task, destination.find(task, gateways)));
    }

    private static TaskDeed assign(JsonBody body) {
        var username = body.nullable("username", Kinds.TEXT);
        return plain(task -> new AssignTask(task, username.orNull()));
    }

    private static TaskDeed share(JsonBody body) {
        var username = body.required("shared_with_username", Kinds.TEXT);
        var permission = body.optional("permission", ShareController.PERMISSION);
        return plain(task -> new ShareTask(task, username.value(), permission.or(Permission.VIEW)));
    }
}
