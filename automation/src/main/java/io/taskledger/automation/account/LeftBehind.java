package io.taskledger.automation.account;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Page;
import io.taskledger.messages.RunOf;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.SharedTask;
import io.taskledger.messages.task.SharingCommand.LeaveTask;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.PurgeTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskQuery.ListSharedWithMe;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskQuery.ListTrash;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.messages.task.TaskSort.Field;
import io.taskledger.messages.workspace.WorkspaceId;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;

/**
 * What stands in the personal workspace of a deleted account, in its trash too: it is purged, with comments and files, for
 * those as well with whom it was shared. What others shared with them is given back, since nobody could revoke it any more,
 * for want of a name. Done in the name of the person, whose it is. What they made in teams stays there.
 */
public final class LeftBehind {

    private static final int PAGE = 100;
    private static final int PATIENCE_SECONDS = 30;

    private final CommandGateway commands;
    private final QueryGateway queries;

    public LeftBehind(CommandGateway commands, QueryGateway queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** Purges and gives back all that is known by now; true where there was nothing. */
    public boolean purge(UserId whose) {
        var none = true;
        var more = true;
        while (more) {
            var tasks = tasks(whose);
            var trash = trash(whose);
            none &= tasks.isEmpty() && trash.isEmpty();
            // Where every command is refused, asking again would show the same.
            more = tasks.stream()
                                    .filter(task -> done(whose, new DeleteTask(task.taskId())))
                                    .filter(task -> done(whose, new PurgeTask(task.taskId())))
                                    .count()
                            + trash.stream()
                                    .filter(task -> done(whose, new PurgeTask(task.taskId())))
                                    .count()
                    > 0;
        }
        return none & nothingIsShared(whose);
    }

    private boolean nothingIsShared(UserId whose) {
        var shared = queries.query(
                        new GenericMessage<>(new ListSharedWithMe(), as(whose)),
                        ResponseTypes.multipleInstancesOf(SharedTask.class))
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        shared.forEach(one -> done(whose, new LeaveTask(one.task().taskId())));
        return shared.isEmpty();
    }

    private List<TaskDetails> tasks(UserId whose) {
        var filter = TaskFilter.everything().workspace(WorkspaceId.personalOf(whose));
        return ask(whose, new ListTasks(filter, TaskSort.by(Field.ID), 0, PAGE));
    }

    private List<TaskDetails> trash(UserId whose) {
        return ask(whose, new ListTrash(0, PAGE));
    }

    private List<TaskDetails> ask(UserId whose, Object query) {
        Page<TaskDetails> page = queries.query(new GenericMessage<>(query, as(whose)), RunOf.page(TaskDetails.class))
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        return page.items();
    }

    /** False where it was done before, by another node perhaps. */
    private boolean done(UserId whose, TaskCommand command) {
        try {
            commands.sendAndWait(
                    GenericCommandMessage.asCommandMessage(command).andMetaData(as(whose)),
                    PATIENCE_SECONDS,
                    TimeUnit.SECONDS);
            return true;
        } catch (CommandRejected before) {
            return false;
        }
    }

    private static Map<String, String> as(UserId whose) {
        return Map.of(MetadataKeys.ACTOR, whose.text());
    }
}
