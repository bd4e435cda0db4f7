package io.taskledger.exchange.trello;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.taskledger.exchange.ImportedList;
import io.taskledger.exchange.ImportedTasks;
import io.taskledger.exchange.ImportedWorkspace;
import io.taskledger.exchange.trello.Happening.Effect.ListIs;
import io.taskledger.exchange.trello.PastPlaces.End;
import io.taskledger.messages.workspace.ListCommand.AddList;
import io.taskledger.messages.workspace.ListCommand.MoveList;
import io.taskledger.messages.workspace.ListCommand.RemoveList;
import io.taskledger.messages.workspace.ListCommand.RenameList;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceCommand.RenameWorkspace;
import io.taskledger.messages.workspace.WorkspaceRules;
import org.jspecify.annotations.Nullable;

/** The workspace and its lists, while a board's past is told. */
final class PastLists {

    private final ImportedWorkspace workspace;
    private final TrelloImport rules;
    private final boolean told;
    private final Set<String> ours;
    private final PastPlaces places;

    private final Map<String, TrelloList> lists = new HashMap<>();
    private final Map<String, Column> there = new HashMap<>();
    private @Nullable String name;

    /** A list of the workspace, as it has been told. */
    private record Column(String name, Place place) {}

    /** @param told whether the workspace is told of; else it has the lists of now, and no others */
    PastLists(
            TrelloBoard board,
            ImportedTasks present,
            List<Happening> happenings,
            ImportedWorkspace workspace,
            TrelloImport rules,
            boolean told) {
        this.workspace = workspace;
        this.rules = rules;
        this.told = told;
        var ofNow = present.lists().stream().map(ImportedList::sourceId).toList();
        this.ours = new HashSet<>(ofNow);
        var positions = new HashMap<String, @Nullable Double>();
        board.lists().forEach(list -> positions.putIfAbsent(list.id(), list.position()));
        var ends = new HashMap<String, End>();
        for (var index = 0; index < ofNow.size(); index++) {
            ends.put(ofNow.get(index), new End(positions.get(ofNow.get(index)), Place.numbered(index)));
        }
        var past = new ArrayList<Double>();
        for (var happening : happenings) {
            if (happening.effect() instanceof ListIs(var id, var list) && list != null) {
                if (told && !list.closed() && ours.size() < WorkspaceRules.LISTS_LIMIT) {
                    ours.add(id);
                }
                if (list.position() != null) {
                    past.add(list.position());
                }
            }
        }
        this.places = new PastPlaces(ends, past);
    }

    /** As the card's board had it; null where the file knows of no such list then. */
    @Nullable
    TrelloList now(@Nullable String id) {
        return id == null ? null : lists.get(id);
    }

    /** Whether it is one of the workspace's now. */
    boolean has(@Nullable String id) {
        var list = now(id);
        return list != null && !list.closed() && ours.contains(list.id());
    }

    /** What makes the workspace be called so. */
    List<Object> board(String boardName) {
        var before = name;
        name = rules.nameOfBoard(boardName);
        if (!told || name.equals(before)) {
            return List.of();
        }
        return List.of(
                before == null ? new CreateWorkspace(workspace.id(), name) : new RenameWorkspace(workspace.id(), name));
    }

    /** What makes the list be so. The workspace's first one is there from the start, and stays. */
    List<Object> become(String id, @Nullable TrelloList list) {
        if (list == null) {
            lists.remove(id);
        } else {
            lists.put(id, list);
        }
        if (!told) {
            return List.of();
        }
        var commands = new ArrayList<Object>();
        var listId = workspace.idOf(id);
        var before = there.get(id);
        if (list != null && has(id)) {
            var now = new Column(rules.nameOf(list), places.of(id, list.position()));
            there.put(id, now);
            if (before == null && !isFirst(listId)) {
                commands.add(new AddList(workspace.id(), listId, now.name(), now.place()));
                return commands;
            }
            if (before == null || !before.name().equals(now.name())) {
                commands.add(new RenameList(workspace.id(), listId, now.name()));
            }
            if (before == null || !before.place().equals(now.place())) {
                commands.add(new MoveList(workspace.id(), listId, now.place()));
            }
        } else if (before != null && !isFirst(listId)) {
            there.remove(id);
            commands.add(new RemoveList(workspace.id(), listId));
        }
        return commands;
    }

    private boolean isFirst(ListId list) {
        return list.equals(ListId.firstOf(workspace.id()));
    }
}
