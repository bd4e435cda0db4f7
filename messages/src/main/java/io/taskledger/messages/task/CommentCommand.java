package io.taskledger.messages.task;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a task's comments. */
public sealed interface CommentCommand extends TaskCommand {

    CommentId commentId();

    /** @param content Markdown, 1 to 10,000 characters; whoever is called {@code @username} in it is told */
    record AddComment(@TargetAggregateIdentifier TaskId taskId, CommentId commentId, String content)
            implements CommentCommand {
        public AddComment {
            TaskRules.partOf(taskId, commentId.taskId());
            TaskRules.comment(content);
        }
    }

    record EditComment(@TargetAggregateIdentifier TaskId taskId, CommentId commentId, String content)
            implements CommentCommand {
        public EditComment {
            TaskRules.partOf(taskId, commentId.taskId());
            TaskRules.comment(content);
        }
    }

    record DeleteComment(@TargetAggregateIdentifier TaskId taskId, CommentId commentId) implements CommentCommand {

        public DeleteComment {
            TaskRules.partOf(taskId, commentId.taskId());
        }
    }

    /** Brings a deleted one back as it was, as its author's; nothing where it is there. */
    record RestoreComment(@TargetAggregateIdentifier TaskId taskId, CommentId commentId) implements CommentCommand {
        public RestoreComment {
            TaskRules.partOf(taskId, commentId.taskId());
        }
    }
}
