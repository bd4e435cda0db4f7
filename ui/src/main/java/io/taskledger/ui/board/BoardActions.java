package io.taskledger.ui.board;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import io.taskledger.messages.Rejection;
import io.taskledger.messages.task.TaskCommand.MoveTask;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskQuery.FindPlace;
import io.taskledger.messages.workspace.ListCommand;
import io.taskledger.messages.workspace.ListCommand.AddList;
import io.taskledger.messages.workspace.ListCommand.MoveList;
import io.taskledger.messages.workspace.ListCommand.RemoveList;
import io.taskledger.messages.workspace.ListCommand.RenameList;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceQuery.FindListPlace;
import io.taskledger.messages.workspace.WorkspaceQuery.Side;
import io.taskledger.ui.gateway.ScreenGateway;
import io.taskledger.ui.task.TaskActions;
import io.taskledger.ui.words.LostRace;
import org.springframework.stereotype.Component;

/** What a person can do with a board. Each answers why it was refused, or nothing once it is done. */
@Component
class BoardActions {

    private final ScreenGateway house;
    private final TaskActions tasks;

    BoardActions(ScreenGateway house, TaskActions tasks) {
        this.house = house;
        this.tasks = tasks;
    }

    /** Puts a card where a place for it is found, unless somebody was faster. */
    Optional<Rejection> move(FindPlace where) {
        var card = Objects.requireNonNull(where.moved(), "a card that is moved");
        var home = house.find(where, TaskHome.class);
        return home.isEmpty() ? Optional.of(new LostRace()) : tasks.send(() -> new MoveTask(card, home.get()));
    }

    /** At the end of the others. */
    Optional<Rejection> add(WorkspaceId workspace, String name) {
        var list = ListId.next();
        return placed(
                new FindListPlace(workspace, list, Side.AFTER, null),
                place -> new AddList(workspace, list, name, place));
    }

    Optional<Rejection> rename(WorkspaceId workspace, ListId list, String name) {
        return house.send(() -> new RenameList(workspace, list, name));
    }

    Optional<Rejection> move(WorkspaceId workspace, ListId list, Side side, ListId neighbour) {
        return placed(
                new FindListPlace(workspace, list, side, neighbour), place -> new MoveList(workspace, list, place));
    }

    Optional<Rejection> remove(WorkspaceId workspace, ListId list) {
        return house.send(() -> new RemoveList(workspace, list));
    }

    private Optional<Rejection> placed(FindListPlace where, Function<Place, ListCommand> command) {
        var place = house.find(where, Place.class);
        return place.isEmpty() ? Optional.of(new LostRace()) : house.send(() -> command.apply(place.get()));
    }
}
