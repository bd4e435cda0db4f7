package io.taskledger.ui.tag;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.UserId;
import io.taskledger.messages.account.ProfileCommand.ColourTag;
import io.taskledger.messages.task.OwnTag;
import io.taskledger.messages.task.TagEverywhere;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindTagged;
import io.taskledger.messages.task.TaskQuery.FindTags;
import io.taskledger.ui.gateway.ScreenGateway;
import io.taskledger.ui.words.LostRace;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person can do with a tag on all of their tasks. */
@Component
class TagActions implements TagEverywhere.House {

    private final CommandGateway commands;
    private final ScreenGateway house;
    private final TagEverywhere everywhere = new TagEverywhere(this);

    TagActions(CommandGateway commands, ScreenGateway house) {
        this.commands = commands;
        this.house = house;
    }

    /** By name. */
    List<OwnTag> all() {
        return ask(new FindTags());
    }

    /** @throws CommandRejected where the name is none */
    TagEverywhere.Outcome rename(UserId who, OwnTag tag, String name) {
        return everywhere.rename(who, tag, name);
    }

    TagEverywhere.Outcome remove(OwnTag tag) {
        return everywhere.remove(tag);
    }

    /** Why it was refused; empty once it is done. */
    Optional<Rejection> colour(UserId who, OwnTag tag, @Nullable Integer colour) {
        return house.send(() -> new ColourTag(who, tag.name(), colour));
    }

    @Override
    public List<OwnTag> ask(FindTags query) {
        return house.list(query, OwnTag.class);
    }

    @Override
    public List<TaskId> ask(FindTagged query) {
        return house.list(query, TaskId.class);
    }

    @Override
    public Receipt send(Object command, Map<String, ?> metadata) {
        try {
            return commands.sendAndWait(
                    GenericCommandMessage.asCommandMessage(command).andMetaData(metadata));
        } catch (ConcurrencyException overtaken) {
            throw new CommandRejected(new LostRace());
        }
    }
}
