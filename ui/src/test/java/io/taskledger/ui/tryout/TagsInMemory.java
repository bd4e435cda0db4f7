package io.taskledger.ui.tryout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;

import io.taskledger.messages.Receipt;
import io.taskledger.messages.account.AccountQuery.FindTagColours;
import io.taskledger.messages.account.AccountQuery.WatchTagColours;
import io.taskledger.messages.account.ProfileCommand.ColourTag;
import io.taskledger.messages.account.TagColour;
import io.taskledger.messages.account.TagsColoured;
import io.taskledger.messages.task.DoTogether;
import io.taskledger.messages.task.OwnTag;
import io.taskledger.messages.task.TagCommand.RenameTag;
import io.taskledger.messages.task.TagCommand.UntagTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindTagged;
import io.taskledger.messages.task.TaskQuery.FindTags;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.QueryUpdateEmitter;

/** The tags of the tasks in memory, and their colours. */
public class TagsInMemory {

    private final Map<String, Integer> colours = new TreeMap<>();
    private final TasksInMemory tasks;
    private final QueryUpdateEmitter screens;

    TagsInMemory(TasksInMemory tasks, QueryUpdateEmitter screens) {
        this.tasks = tasks;
        this.screens = screens;
    }

    public void clear() {
        colours.clear();
    }

    @QueryHandler
    List<OwnTag> handle(FindTags query) {
        return tasks.all().stream()
                .flatMap(task -> task.tags().stream())
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .map(name -> new OwnTag(
                        name,
                        tagged(name).count(),
                        tagged(name).filter(task -> !task.completed()).count(),
                        colours.get(name)))
                .toList();
    }

    @QueryHandler
    List<TaskId> handle(FindTagged query) {
        return tagged(query.tag()).map(TaskDetails::taskId).toList();
    }

    @QueryHandler
    List<TagColour> handle(FindTagColours query) {
        return colours.entrySet().stream()
                .map(one -> new TagColour(one.getKey(), one.getValue()))
                .toList();
    }

    @QueryHandler
    Optional<TagColour> handle(WatchTagColours query) {
        return Optional.empty();
    }

    @CommandHandler
    public Receipt handle(ColourTag command) {
        if (command.colour() == null) {
            colours.remove(command.tag());
        } else {
            colours.put(command.tag(), command.colour());
        }
        screens.emit(WatchTagColours.class, _ -> true, new TagsColoured(1));
        return new Receipt(new AtomicLong(1));
    }

    @CommandHandler
    Receipt handle(RenameTag command) {
        return edit(command.taskId(), tag -> tag.equals(command.tag()) ? Stream.of(command.newName()) : Stream.of(tag));
    }

    @CommandHandler
    Receipt handle(UntagTask command) {
        return edit(command.taskId(), tag -> tag.equals(command.tag()) ? Stream.of() : Stream.of(tag));
    }

    @CommandHandler
    Receipt handle(DoTogether command) {
        command.parts().stream().flatMap(part -> part.task().steps().stream()).forEach(step -> {
            switch (step) {
                case RenameTag rename -> handle(rename);
                case UntagTask untag -> handle(untag);
                default -> throw new IllegalArgumentException(step.toString());
            }
        });
        return new Receipt(new AtomicLong(1));
    }

    private Receipt edit(TaskId task, Function<String, Stream<String>> change) {
        var tags = tasks.find(task).orElseThrow().tags().stream()
                .flatMap(change)
                .distinct()
                .toList();
        return tasks.handle(new EditTask(task, TaskEdit.nothing().tags(tags)));
    }

    private Stream<TaskDetails> tagged(String name) {
        return tasks.all().stream().filter(task -> task.tags().contains(name));
    }
}
