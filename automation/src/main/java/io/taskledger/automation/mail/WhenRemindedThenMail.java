package io.taskledger.automation.mail;

import io.taskledger.messages.account.MailKind;
import io.taskledger.messages.task.ReminderEvent.Reminded;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Tells somebody that a task is due, as they wished. */
@Component
@DisallowReplay
@ProcessingGroup(MailWiring.GROUP)
final class WhenRemindedThenMail {

    private final Notices notices;

    WhenRemindedThenMail(Notices notices) {
        this.notices = notices;
    }

    @EventHandler
    void on(Reminded event, EventMessage<?> message, TrackingToken token) {
        notices.tell(event.who(), MailKind.TASK_DUE_SOON, Occasion.of(message, token), event.taskId(), null);
    }
}
