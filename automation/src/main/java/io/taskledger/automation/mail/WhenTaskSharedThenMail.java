package io.taskledger.automation.mail;

import io.taskledger.messages.account.MailKind;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Tells whom a task is shared with. */
@Component
@DisallowReplay
@ProcessingGroup(MailWiring.GROUP)
final class WhenTaskSharedThenMail {

    private final Notices notices;

    WhenTaskSharedThenMail(Notices notices) {
        this.notices = notices;
    }

    @EventHandler
    void on(TaskShared event, EventMessage<?> message, TrackingToken token) {
        notices.tell(event.with(), MailKind.TASK_SHARED_WITH_ME, Occasion.of(message, token), event.taskId(), null);
    }
}
