package io.taskledger.automation.mail;

import java.util.List;

import io.taskledger.messages.UserId;
import io.taskledger.messages.account.MailKind;
import io.taskledger.messages.task.CommentEvent;
import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentEvent.CommentEdited;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Tells the owner of a comment, and whoever is called by name in it: each once, the owner rather as owner. */
@Component
@DisallowReplay
@ProcessingGroup(MailWiring.GROUP)
final class WhenCommentedThenMail {

    private final Notices notices;

    WhenCommentedThenMail(Notices notices) {
        this.notices = notices;
    }

    @EventHandler
    void on(CommentAdded event, EventMessage<?> message, TrackingToken token) {
        var occasion = Occasion.of(message, token);
        notices.ownerOf(event.taskId())
                .ifPresent(owner ->
                        notices.tell(owner, MailKind.COMMENT_ON_MY_TASK, occasion, event.taskId(), event.commentId()));
        tell(event.mentioned(), event, occasion);
    }

    @EventHandler
    void on(CommentEdited event, EventMessage<?> message, TrackingToken token) {
        tell(event.mentioned(), event, Occasion.of(message, token));
    }

    /** Who was told of the event already is not told again: the outbox sees to that. */
    private void tell(List<UserId> mentioned, CommentEvent event, Occasion occasion) {
        mentioned.forEach(one -> notices.tell(one, MailKind.MENTIONED, occasion, event.taskId(), event.commentId()));
    }
}
