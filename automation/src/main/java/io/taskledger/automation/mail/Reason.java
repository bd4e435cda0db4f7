package io.taskledger.automation.mail;

import java.util.Optional;

import io.taskledger.messages.UserId;
import io.taskledger.messages.account.MailKind;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.TaskId;
import org.jspecify.annotations.Nullable;

/** Why somebody gets a mail. */
sealed interface Reason {

    /** Id of the event, or of the link: one of them never tells a person twice. */
    String cause();

    /**
     * Something happened to a task.
     *
     * @param actor whose doing it was; null for the system
     * @param comment the one that it is about; null where it is about none
     */
    record News(
            String cause,
            MailKind kind,
            @Nullable UserId actor,
            TaskId taskId,
            @Nullable CommentId comment) implements Reason {

        /** The mail that tells of this. */
        LetterKind letter() {
            return switch (kind) {
                case TASK_SHARED_WITH_ME -> LetterKind.TASK_SHARED;
                case TASK_COMPLETED -> LetterKind.TASK_COMPLETED;
                case COMMENT_ON_MY_TASK -> LetterKind.COMMENT;
                case TASK_DUE_SOON, MENTIONED, ASSIGNED -> LetterKind.NEWS;
            };
        }

        Optional<UserId> who() {
            return Optional.ofNullable(actor);
        }
    }

    /** The person asked for a link. {@code cause}: its id; the secret in it is not here. */
    record Link(String cause) implements Reason {}
}
