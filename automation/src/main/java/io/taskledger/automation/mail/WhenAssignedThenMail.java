package io.taskledger.automation.mail;

import io.taskledger.messages.account.MailKind;
import io.taskledger.messages.task.TaskEvent.TaskAssigned;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Tells whom a task is given to. */
@Component
@DisallowReplay
@ProcessingGroup(MailWiring.GROUP)
final class WhenAssignedThenMail {

    private final Notices notices;

    WhenAssignedThenMail(Notices notices) {
        this.notices = notices;
    }

    @EventHandler
    void on(TaskAssigned event, EventMessage<?> message, TrackingToken token) {
        var assignee = event.assignee().to();
        if (assignee != null) {
            notices.tell(assignee, MailKind.ASSIGNED, Occasion.of(message, token), event.taskId(), null);
        }
    }
}
