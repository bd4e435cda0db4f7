package io.taskledger.automation.reminder;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.taskledger.messages.task.CallingReminder;
import io.taskledger.messages.task.ReminderCommand.Remind;
import io.taskledger.messages.task.TaskQuery.ListCallingReminders;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks every few seconds whom it is time to remind, and has it recorded. Every node does, and remembers nothing: the task
 * decides, once for each due time. What is recorded is mailed and shown as any other event; what was not, because the
 * product was down, is found by the next round.
 */
@Component
final class ReminderRounds {

    /** In one round; the rest is the next one's. */
    static final int LIMIT = 1_000;

    private static final Logger log = LoggerFactory.getLogger(ReminderRounds.class);
    private static final int PATIENCE_SECONDS = 30;

    private final QueryGateway queries;
    private final CommandGateway commands;
    private final Clock clock;

    ReminderRounds(QueryGateway queries, CommandGateway commands, Clock clock) {
        this.queries = queries;
        this.commands = commands;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void goRound() {
        try {
            calling().forEach(this::remind);
        } catch (RuntimeException away) {
            log.warn("Reminders wait: {}", cause(away));
        }
    }

    private List<CallingReminder> calling() {
        return queries.query(
                        new ListCallingReminders(clock.instant(), LIMIT),
                        ResponseTypes.multipleInstancesOf(CallingReminder.class))
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** One that fails keeps no other back; it is tried again in the next round. */
    private void remind(CallingReminder one) {
        var id = one.reminderId();
        try {
            commands.sendAndWait(
                    new Remind(id.taskId(), id, one.dueDate(), one.dueTime()), PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (RuntimeException fault) {
            log.warn("{} has to wait: {}", id, cause(fault));
        }
    }

    /** The name of the exception: its message may hold what a task says. */
    private static String cause(RuntimeException fault) {
        return NestedExceptionUtils.getMostSpecificCause(fault).getClass().getSimpleName();
    }
}
