package io.taskledger.exchange.trello;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.taskledger.exchange.ImportedList;
import io.taskledger.exchange.ImportedTask;
import io.taskledger.exchange.ImportedTasks;
import io.taskledger.exchange.ImportedWorkspace;
import io.taskledger.exchange.trello.Happening.Effect.CardIs;
import io.taskledger.exchange.trello.PastPlaces.End;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.workspace.ListId;
import org.jspecify.annotations.Nullable;

/** Where cards stood. In the end that is where an import without history puts them. */
final class PastHomes {

    /** Those whose list is archived, or not in the file: they stand in the first one. */
    private static final String ELSEWHERE = "";

    private final ImportedWorkspace workspace;
    private final Map<String, PastPlaces> places = new HashMap<>();

    PastHomes(TrelloBoard board, ImportedTasks present, List<Happening> happenings, ImportedWorkspace workspace) {
        this.workspace = workspace;
        var numbers = new HashMap<String, @Nullable Double>();
        board.cards().forEach(card -> numbers.putIfAbsent(card.id(), card.position()));
        var homes = workspace.homes();
        var columns = present.lists().stream().map(ImportedList::sourceId).collect(Collectors.toSet());
        var ends = new HashMap<String, Map<String, End>>();
        for (ImportedTask task : present.tasks()) {
            var list = task.listId() == null || !columns.contains(task.listId()) ? ELSEWHERE : task.listId();
            ends.computeIfAbsent(list, _ -> new HashMap<>())
                    .put(
                            task.sourceId(),
                            new End(
                                    numbers.get(task.sourceId()),
                                    Objects.requireNonNull(homes.get(task.sourceId()))
                                            .place()));
        }
        var past = new HashMap<String, List<Double>>();
        happenings.forEach(happening -> {
            if (happening.effect() instanceof CardIs(var _, var card)
                    && card != null
                    && card.listId() != null
                    && card.position() != null) {
                past.computeIfAbsent(card.listId(), _ -> new ArrayList<>()).add(card.position());
            }
        });
        past.keySet().forEach(list -> ends.computeIfAbsent(list, _ -> Map.of()));
        ends.forEach((list, standing) ->
                places.put(list, new PastPlaces(standing, past.getOrDefault(list, List.of()))));
    }

    /** @param listThere whether the card's own list is one of the workspace's */
    TaskHome of(TrelloCard card, boolean listThere) {
        var group = listThere && card.listId() != null ? card.listId() : ELSEWHERE;
        var list = group.equals(ELSEWHERE) ? ListId.firstOf(workspace.id()) : workspace.idOf(group);
        var place = places.computeIfAbsent(group, _ -> new PastPlaces(Map.of(), List.of()))
                .of(card.id(), group.equals(ELSEWHERE) ? null : card.position());
        return new TaskHome(workspace.id(), list, place);
    }
}
