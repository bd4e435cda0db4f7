package io.taskledger.ui.board;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.task.Desk;
import org.jspecify.annotations.Nullable;

/** The cards that are on a board, by their tasks. */
class BoardCards {

    private final Desk desk;
    private final BoardCard.Asked asked;
    private final Map<TaskId, BoardCard> cards = new HashMap<>();
    private @Nullable TaskId current;

    BoardCards(Desk desk, BoardCard.Asked asked) {
        this.desk = desk;
        this.asked = asked;
    }

    BoardCard make(TaskDetails task) {
        var card = new BoardCard(task, desk, asked);
        card.current(task.taskId().equals(current));
        cards.put(task.taskId(), card);
        return card;
    }

    Optional<BoardCard> of(TaskId task) {
        return Optional.ofNullable(cards.get(task));
    }

    void forget(TaskId task) {
        cards.remove(task);
    }

    void clear() {
        cards.clear();
    }

    /** Marks the one whose task is in the panel. */
    void current(@Nullable TaskId task) {
        current = task;
        cards.forEach((id, card) -> card.current(id.equals(task)));
    }
}
