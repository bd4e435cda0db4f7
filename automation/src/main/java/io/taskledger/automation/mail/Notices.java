package io.taskledger.automation.mail;

import java.util.Optional;

import io.taskledger.messages.UserId;
import io.taskledger.messages.account.MailKind;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.TaskId;
import org.jspecify.annotations.Nullable;

/** Files what somebody wants to be told. What they do not want leaves no trace; nobody is told of their own doings. */
final class Notices {

    private final Facts facts;
    private final Outbox outbox;

    Notices(Facts facts, Outbox outbox) {
        this.facts = facts;
        this.outbox = outbox;
    }

    /** @param comment the one that it is about; null where it is about none */
    void tell(UserId recipient, MailKind kind, Occasion occasion, TaskId taskId, @Nullable CommentId comment) {
        if (wants(recipient, kind, occasion)) {
            var actor = occasion.actor().orElse(null);
            outbox.file(recipient, new Reason.News(occasion.event(), kind, actor, taskId, comment));
        }
    }

    private boolean wants(UserId recipient, MailKind kind, Occasion occasion) {
        return !occasion.actor().equals(Optional.of(recipient))
                && facts.recipient(recipient, occasion.position())
                        .filter(found -> found.wants(kind))
                        .isPresent();
    }

    Optional<UserId> ownerOf(TaskId taskId) {
        return facts.owner(taskId);
    }
}
