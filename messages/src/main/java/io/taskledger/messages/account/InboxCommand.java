package io.taskledger.messages.account;

import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.FieldRules;
import io.taskledger.messages.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a person says of the notifications that they have. One goes by the position of the event that it tells of. */
public sealed interface InboxCommand extends AccountCommand {

    /** They have read this one. */
    record MarkNotificationRead(@TargetAggregateIdentifier UserId userId, long position) implements InboxCommand {
        public MarkNotificationRead {
            new FieldRules().must(position > 0, "id", Kind.OUT_OF_RANGE, 1).enforce();
        }
    }

    /** They have read all up to this one. */
    record MarkNotificationsRead(@TargetAggregateIdentifier UserId userId, long upTo) implements InboxCommand {
        public MarkNotificationsRead {
            new FieldRules().must(upTo > 0, "up_to", Kind.OUT_OF_RANGE, 1).enforce();
        }
    }
}
