package io.taskledger.messages.task;

import java.util.List;

import io.taskledger.messages.FieldRules;
import io.taskledger.messages.Trimmed;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a task's tags, whatever else it has: unlike an edit these don't say what all of them shall be. */
public sealed interface TagCommand extends TaskCommand {

    /** Adds those that it lacks, at the end. */
    record TagTask(@TargetAggregateIdentifier TaskId taskId, List<String> tags) implements TagCommand {
        public TagTask {
            var rules = new FieldRules();
            TaskRules.tags(rules, tags);
            rules.enforce();
            tags = List.copyOf(tags);
        }
    }

    record UntagTask(@TargetAggregateIdentifier TaskId taskId, String tag) implements TagCommand {}

    /** The task's part in renaming a tag everywhere, or in merging one into another; nothing where it lacks the tag. */
    record RenameTag(@TargetAggregateIdentifier TaskId taskId, String tag, String newName) implements TagCommand {
        public RenameTag {
            var rules = new FieldRules();
            newName = Trimmed.of(newName);
            rules.length("tags", newName, 1, TaskRules.TAG_LIMIT).enforce();
        }
    }
}
