package io.taskledger.automation.mail;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountQuery.FindMailRecipient;
import io.taskledger.messages.account.MailRecipient;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.MailedTask;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindMailedComment;
import io.taskledger.messages.task.TaskQuery.FindMailedTask;
import io.taskledger.messages.task.TaskQuery.FindOwner;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;

/** What mails have to know of the world, asked by the system itself. */
final class Facts {

    private static final int PATIENCE_SECONDS = 10;

    private final QueryGateway queries;

    Facts(QueryGateway queries) {
        this.queries = queries;
    }

    /** @param position of the ledger that the answer must reflect */
    Optional<MailRecipient> recipient(UserId userId, long position) {
        return ask(new FindMailRecipient(userId), MailRecipient.class, Map.of(MetadataKeys.AWAIT_POSITION, position));
    }

    Optional<MailRecipient> recipient(UserId userId) {
        return ask(new FindMailRecipient(userId), MailRecipient.class, Map.of());
    }

    Optional<UserId> owner(TaskId taskId) {
        return ask(new FindOwner(taskId), UserId.class, Map.of());
    }

    Optional<MailedTask> task(TaskId taskId, UserId reader) {
        return ask(new FindMailedTask(taskId, reader), MailedTask.class, Map.of());
    }

    Optional<String> comment(CommentId commentId) {
        return ask(new FindMailedComment(commentId), String.class, Map.of());
    }

    private <T> Optional<T> ask(Object query, Class<T> answer, Map<String, ?> metadata) {
        // Set afterwards: a message made while an event is handled is given the event's actor, and nobody asks here.
        var message = new GenericMessage<>(query).withMetaData(metadata);
        return queries.query(message, ResponseTypes.optionalInstanceOf(answer))
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
