package io.taskledger.ui.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.vaadin.flow.component.UI;
import io.taskledger.messages.task.FoundTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskQuery.SearchTasks;
import io.taskledger.ui.gateway.ScreenGateway;
import io.taskledger.ui.task.Shown;
import io.taskledger.ui.task.TaskNavigation;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.workspace.WorkspaceNames;
import io.taskledger.ui.workspace.WorkspaceNavigation;
import io.taskledger.ui.workspace.WorkspaceQuestions;

/** What the palette can lead to, for who reads. */
class PaletteEntries {

    private static final int TASKS = 8;
    private static final int SHORTEST_SEARCH = 2;

    private final Reader reader;
    private final WorkspaceQuestions workspaces;
    private final ScreenGateway house;
    private final List<Place> places;
    private final Runnable help;

    /** @param help shows the keys */
    PaletteEntries(
            Reader reader, WorkspaceQuestions workspaces, ScreenGateway house, List<Place> places, Runnable help) {
        this.reader = reader;
        this.workspaces = workspaces;
        this.house = house;
        this.places = places;
        this.help = help;
    }

    /** Commands and places that have each word, then tasks, the best match first. */
    List<PaletteEntry> matching(String text) {
        var words = text.toLowerCase(reader.words().locale()).split("\\s+");
        var found = new ArrayList<>(everywhere().stream()
                .filter(entry -> Arrays.stream(words)
                        .allMatch(entry.label().toLowerCase(reader.words().locale())::contains))
                .toList());
        if (text.length() >= SHORTEST_SEARCH) {
            house.page(new SearchTasks(text, 0, TASKS), FoundTask.class)
                    .items()
                    .forEach(task -> found.add(entry(task.task())));
        }
        return found;
    }

    private PaletteEntry entry(TaskDetails task) {
        return new PaletteEntry(
                "check",
                task.title(),
                reader.say("palette.task"),
                () -> WorkspaceNavigation.open(TaskNavigation.toTask(task.taskId(), Shown.all(Shown.Which.TASKS))));
    }

    private List<PaletteEntry> everywhere() {
        var names = new WorkspaceNames(reader);
        var all = new ArrayList<PaletteEntry>();
        all.add(new PaletteEntry("plus", reader.say("quick-add.placeholder"), reader.say("palette.action"), () -> {
            TaskNavigation.openList(Shown.all(Shown.Which.TASKS));
            UI.getCurrent()
                    .getPage()
                    .executeJs("setTimeout(() => document.querySelector('[data-shortcut=n]')?.focus(), 300)");
        }));
        all.add(new PaletteEntry("help", reader.say("help.title"), reader.say("palette.action"), help));
        places.forEach(place -> all.add(new PaletteEntry(
                place.icon(),
                reader.say(place.title()),
                reader.say("palette.place"),
                () -> WorkspaceNavigation.open(place.path()))));
        for (var workspace : workspaces.all()) {
            all.add(new PaletteEntry(
                    "board",
                    names.of(workspace),
                    reader.say("palette.board"),
                    () -> WorkspaceNavigation.open(WorkspaceNavigation.toBoard(workspace.workspaceId()))));
            workspace
                    .lists()
                    .forEach(list -> all.add(new PaletteEntry(
                            "list",
                            reader.say("field.list.of", names.of(workspace), names.of(list)),
                            reader.say("palette.list"),
                            () -> TaskNavigation.openList(Shown.in(list.listId())))));
        }
        return all;
    }
}
