package io.taskledger.messages.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.FieldRules;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.Trimmed;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.ProfileCommand.ColourTag;
import io.taskledger.messages.task.TagCommand.RenameTag;
import io.taskledger.messages.task.TagCommand.UntagTask;
import io.taskledger.messages.task.TaskQuery.FindTagged;
import io.taskledger.messages.task.TaskQuery.FindTags;
import io.taskledger.messages.task.TaskRejection.TagNotFound;

/**
 * Changes a tag on all of a person's own tasks, whoever asks: many in one go, each for itself where one of them is refused,
 * all under one action, so that it is undone as one. What is in the trash stays as it is.
 */
public final class TagEverywhere {

    private final House house;

    /** Who answers and decides. */
    public interface House {

        List<OwnTag> ask(FindTags query);

        List<TaskId> ask(FindTagged query);

        /** @throws CommandRejected where it is refused */
        Receipt send(Object command, Map<String, ?> metadata);
    }

    /**
     * What became of it.
     *
     * @param changed how many tasks
     * @param refused the tasks that the person may not change, with the reason
     * @param position that the ledger reached by it, 0 where nothing was done
     */
    public record Outcome(ActionId action, long changed, Map<TaskId, Rejection> refused, long position) {
        public Outcome {
            refused = Map.copyOf(refused);
        }

        private Outcome and(Outcome more) {
            var all = new HashMap<>(refused);
            all.putAll(more.refused);
            return new Outcome(action, changed + more.changed, all, Math.max(position, more.position));
        }
    }

    public TagEverywhere(House house) {
        this.house = house;
    }

    /** The person's tag of this name; empty where none of their tasks has it. */
    public Optional<OwnTag> find(String name) {
        return house.ask(new FindTags()).stream()
                .filter(tag -> tag.name().equals(name))
                .findFirst();
    }

    /**
     * Renames a tag, or merges it into the one that is called so already. The colour goes with it to a name that no task
     * has; in a merge the tag that stays keeps its own looks.
     *
     * @param who whose tag it is
     * @throws CommandRejected where the new name is none
     */
    public Outcome rename(UserId who, OwnTag tag, String newName) {
        var name = nameOf(newName);
        var action = ActionId.next();
        var position = 0L;
        if (house.ask(new FindTagged(name)).isEmpty()) {
            // First: begun anew after a crash, the new name would be taken.
            position = house.send(new ColourTag(who, name, tag.colour()), metadata(action, 1))
                    .position();
        }
        return name.equals(tag.name())
                ? new Outcome(action, 0, Map.of(), position)
                : each(tag, action, position, task -> new RenameTag(task, tag.name(), name));
    }

    public Outcome remove(OwnTag tag) {
        return each(tag, ActionId.next(), 0, task -> new UntagTask(task, tag.name()));
    }

    /**
     * What a tag may be renamed to.
     *
     * @throws CommandRejected where it is blank, too long or cannot be stored
     */
    public static String nameOf(String typed) {
        var name = Trimmed.of(typed);
        new FieldRules().length("name", name, 1, TaskRules.TAG_LIMIT).enforce();
        return name;
    }

    private Outcome each(OwnTag tag, ActionId action, long reached, Function<TaskId, TagCommand> deed) {
        var tasks = house.ask(new FindTagged(tag.name()));
        var metadata = metadata(action, tasks.size());
        var all = new Outcome(action, 0, Map.of(), reached);
        for (int from = 0; from < tasks.size(); from += DoTogether.LIMIT) {
            var some = tasks.subList(from, Math.min(tasks.size(), from + DoTogether.LIMIT)).stream()
                    .map(deed)
                    .toList();
            all = all.and(together(some, action, metadata).orElseGet(() -> oneByOne(some, action, metadata)));
        }
        return all;
    }

    /** Empty where that would be no gain, and where one of them is refused. */
    private Optional<Outcome> together(List<TagCommand> deeds, ActionId action, Map<String, ?> metadata) {
        if (deeds.size() < 2) {
            return Optional.empty();
        }
        var parts = deeds.stream()
                .map(deed -> new DoTogether.Part(new CompensateTask(deed.taskId(), List.of(deed)), null))
                .toList();
        try {
            var position = house.send(new DoTogether(parts), metadata).position();
            return Optional.of(new Outcome(action, position > 0 ? deeds.size() : 0, Map.of(), position));
        } catch (CommandRejected oneOfThem) {
            return Optional.empty();
        }
    }

    private Outcome oneByOne(List<TagCommand> deeds, ActionId action, Map<String, ?> metadata) {
        var all = new Outcome(action, 0, Map.of(), 0);
        for (var deed : deeds) {
            try {
                var position = house.send(deed, metadata).position();
                all = all.and(new Outcome(action, position > 0 ? 1 : 0, Map.of(), position));
            } catch (CommandRejected rejected) {
                // Taken off meanwhile is what is wanted.
                if (!(rejected.rejection() instanceof TagNotFound)) {
                    all = all.and(new Outcome(action, 0, Map.of(deed.taskId(), rejected.rejection()), 0));
                }
            }
        }
        return all;
    }

    private static Map<String, ?> metadata(ActionId action, int tasks) {
        return tasks > 1
                ? Map.of(MetadataKeys.ACTION_ID, action.text(), MetadataKeys.BULK, "true")
                : Map.of(MetadataKeys.ACTION_ID, action.text());
    }
}
