package io.taskledger.ui.board;

import java.util.Optional;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindPlace;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceId;

/**
 * A card was put somewhere else, as the browser tells it.
 *
 * @param next below it now; empty at the end of what is loaded
 * @param previous above it now
 * @param keyboard whether it was moved by a key, so that the focus goes with it
 */
record CardMoved(TaskId task, ListId list, Optional<TaskId> next, Optional<TaskId> previous, boolean keyboard) {

    /** @throws IllegalArgumentException where the ids are none: such a browser is not ours */
    static CardMoved of(String task, String list, String next, String previous, boolean keyboard) {
        return new CardMoved(
                TaskId.parse(task).orElseThrow(IllegalArgumentException::new),
                ListId.parse(list).orElseThrow(IllegalArgumentException::new),
                TaskId.parse(next),
                TaskId.parse(previous),
                keyboard);
    }

    /** Tells what the browser tells of the cards within. */
    static void listen(Component board, Consumer<CardMoved> dropped) {
        var told = "event.detail.";
        board.getElement()
                .addEventListener("card-moved", event -> {
                    var data = event.getEventData();
                    dropped.accept(of(
                            data.get(told + "task").asString(),
                            data.get(told + "list").asString(),
                            data.get(told + "next").asString(),
                            data.get(told + "previous").asString(),
                            data.get(told + "keyboard").asBoolean()));
                })
                .addEventData(told + "task")
                .addEventData(told + "list")
                .addEventData(told + "next")
                .addEventData(told + "previous")
                .addEventData(told + "keyboard");
    }

    FindPlace where(WorkspaceId workspace) {
        return next.map(below -> new FindPlace(workspace, list, task, below, true))
                .orElseGet(() -> new FindPlace(workspace, list, task, previous.orElse(null), false));
    }
}
