package io.taskledger.exchange;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
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
public final class ImportedWorkspace {

    private final ImportedTasks imported;
    private final String source;
    private final WorkspaceId id;

    /** @param source what the ids come from: another one gives another workspace */
    public ImportedWorkspace(ImportedTasks imported, String source) {
        this.imported = imported;
        this.source = source;
        this.id = WorkspaceId.derived(SourceTime.of(imported.sourceId()), source);
    }

    public WorkspaceId id() {
        return id;
    }

    CreateWorkspace create() {
        return new CreateWorkspace(id, imported.workspaceName());
    }

    /** For a workspace that is new: its first list becomes the file's. */
    List<ListCommand> begin() {
        return first().stream()
                .<ListCommand>mapMulti((list, commands) -> {
                    commands.accept(new RenameList(id, ListId.firstOf(id), list.name()));
                    commands.accept(new MoveList(id, ListId.firstOf(id), Place.numbered(0)));
                })
                .toList();
    }

    /** The file's other lists. Those that are there stay as they are. */
    List<AddList> lists() {
        return imported.lists().stream()
                .skip(1)
                .map(list -> new AddList(
                        id,
                        idOf(list.sourceId()),
                        list.name(),
                        Place.numbered(imported.lists().indexOf(list))))
                .toList();
    }

    /** Where the tasks stand, by their source ids: in their lists, or else in the first, in their order. */
    public Map<String, TaskHome> homes() {
        var known = new HashMap<String, ListId>();
        imported.lists().forEach(list -> known.put(list.sourceId(), idOf(list.sourceId())));
        var filled = new HashMap<ListId, Integer>();
        var homes = new LinkedHashMap<String, TaskHome>();
        for (var task : imported.tasks()) {
            var list = Optional.ofNullable(task.listId()).map(known::get).orElseGet(() -> ListId.firstOf(id));
            homes.put(
                    task.sourceId(), new TaskHome(id, list, Place.numbered(filled.merge(list, 1, Integer::sum) - 1L)));
        }
        return homes;
    }

    /** @param list the other product's id of a list, be it one that the file only has in its past */
    public ListId idOf(String list) {
        return first().filter(one -> one.sourceId().equals(list)).isPresent()
                ? ListId.firstOf(id)
                : ListId.derived(SourceTime.of(list), source + " " + list);
    }

    /** @param task the other product's id of it */
    public TaskId taskOf(String task) {
        return TaskId.derived(SourceTime.of(task), source + " " + task);
    }

    private Optional<ImportedList> first() {
        return imported.lists().stream().findFirst();
    }
}
