package io.taskledger.ui.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.vaadin.flow.component.html.Div;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.workspace.ListDetails;
import io.taskledger.messages.workspace.ListId;

/** The columns of a board side by side, in the order of the workspace's lists. */
class BoardColumns extends Div {

    private final Map<ListId, BoardColumn> byList = new LinkedHashMap<>();

    BoardColumns() {
        addClassName("board");
        getElement().setAttribute("data-testid", "board");
    }

    void forget() {
        byList.clear();
        removeAll();
    }

    /** Whether all columns that there are have their lists still. */
    boolean areAmong(List<ListId> lists) {
        return lists.containsAll(byList.keySet());
    }

    /**
     * Those that stay keep what they show.
     *
     * @param name what a list is called
     * @param filled makes a column for a list that has none yet
     */
    void arrange(
            List<ListDetails> lists, Function<ListDetails, String> name, Function<ListDetails, BoardColumn> filled) {
        removeAll();
        for (var list : lists) {
            var known = byList.get(list.listId());
            var column = known == null ? filled.apply(list) : known;
            byList.put(list.listId(), column);
            column.name(name.apply(list));
            column.header().atEdge(list.equals(lists.getFirst()), list.equals(lists.getLast()));
            add(column);
        }
    }

    Optional<BoardColumn> of(ListId list) {
        return Optional.ofNullable(byList.get(list));
    }

    /** Where a task stands; where its list was removed, that is the first. */
    BoardColumn of(TaskDetails task) {
        return of(task.home().listId())
                .orElseGet(() -> byList.values().iterator().next());
    }
}
