package io.taskledger.automation.mail;

import io.taskledger.messages.account.MailKind;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Tells the owner of a task that somebody else completed; not of each of many at once. */
@Component
@DisallowReplay
@ProcessingGroup(MailWiring.GROUP)
final class WhenTaskCompletedThenMail {

    private final Notices notices;

    WhenTaskCompletedThenMail(Notices notices) {
        this.notices = notices;
    }

    @EventHandler
    void on(TaskCompleted event, EventMessage<?> message, TrackingToken token) {
        var occasion = Occasion.of(message, token);
        if (!occasion.bulk()) {
            notices.ownerOf(event.taskId())
                    .ifPresent(owner -> notices.tell(owner, MailKind.TASK_COMPLETED, occasion, event.taskId(), null));
        }
    }
}
