package io.taskledger.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.workspace.ListCommand;
import io.taskledger.messages.workspace.ListCommand.AddList;
import io.taskledger.messages.workspace.ListCommand.MoveList;
import io.taskledger.messages.workspace.ListCommand.RenameList;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceId;

/**
 * The workspace that an import makes, with ids that the same file gives again. The list that every workspace begins with
 * becomes the first of the file's.
 */
final class ImportedWorkspace {

    private final ImportedTasks imported;
    private final String source;
    private final WorkspaceId id;
    private final Map<ListId, Integer> filled = new HashMap<>();

    /** @param source what the ids come from: another one gives another workspace */
    ImportedWorkspace(ImportedTasks imported, String source) {
        this.imported = imported;
        this.source = source;
        this.id = WorkspaceId.derived(SourceTime.of(imported.sourceId()), source);
    }

    CreateWorkspace create() {
        return new CreateWorkspace(id, imported.workspaceName());
    }

    /** For a workspace that is new: its first list becomes the file's. */
    List<ListCommand> begin() {
        var first = ListId.firstOf(id);
        return imported.lists().stream()
                .limit(1)
                .<ListCommand>mapMulti((list, commands) -> {
                    commands.accept(new RenameList(id, first, list.name()));
                    commands.accept(new MoveList(id, first, Place.numbered(0)));
                })
                .toList();
    }

    /** The file's other lists. Those that are there stay as they are. */
    List<AddList> lists() {
        return imported.lists().stream()
                .skip(1)
                .map(list -> new AddList(
                        id,
                        idOf(list),
                        list.name(),
                        Place.numbered(imported.lists().indexOf(list))))
                .toList();
    }

    /** Where the next task stands: in its list, or else in the first, after those that came before it. */
    TaskHome nextHome(ImportedTask task) {
        var list = imported.lists().stream()
                .skip(1)
                .filter(one -> one.sourceId().equals(task.listId()))
                .findFirst()
                .map(this::idOf)
                .orElseGet(() -> ListId.firstOf(id));
        return new TaskHome(id, list, Place.numbered(filled.merge(list, 1, Integer::sum) - 1L));
    }

    private ListId idOf(ImportedList list) {
        return ListId.derived(SourceTime.of(list.sourceId()), source + " " + list.sourceId());
    }
}
