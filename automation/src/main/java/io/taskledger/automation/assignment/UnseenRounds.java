package io.taskledger.automation.assignment;

import java.util.concurrent.TimeUnit;

import io.taskledger.messages.task.AssignedUnseen;
import io.taskledger.messages.task.TaskCommand.UnassignWithoutAccess;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.ListAssignedUnseen;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks every few seconds which tasks are assigned to people who have left the team, and has them taken back. Every node
 * does: the task decides, and does nothing where it was done. A node that begins looks at all tasks once, so that what was
 * cut off is made up for.
 */
@Component
final class UnseenRounds {

    /** In one round; the rest is the next one's. */
    static final int LIMIT = 1_000;

    private static final Logger log = LoggerFactory.getLogger(UnseenRounds.class);
    private static final int PATIENCE_SECONDS = 30;

    private final QueryGateway queries;
    private final CommandGateway commands;
    private long looked;

    UnseenRounds(QueryGateway queries, CommandGateway commands) {
        this.queries = queries;
        this.commands = commands;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void goRound() {
        try {
            var found = queries.query(
                            new ListAssignedUnseen(looked, LIMIT), ResponseTypes.instanceOf(AssignedUnseen.class))
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
            if (found.tasks().stream().filter(task -> !takenBack(task)).toList().isEmpty()) {
                looked = found.upTo();
            }
        } catch (RuntimeException away) {
            log.warn("Assignments wait: {}", cause(away));
        }
    }

    /** One that fails keeps no other back; it is tried again in the next round. */
    private boolean takenBack(TaskId task) {
        try {
            commands.sendAndWait(new UnassignWithoutAccess(task), PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (RuntimeException fault) {
            log.warn("{} has to wait: {}", task, cause(fault));
            return false;
        }
    }

    /** The name of the exception: its message may hold what a task says. */
    private static String cause(RuntimeException fault) {
        return NestedExceptionUtils.getMostSpecificCause(fault).getClass().getSimpleName();
    }
}
