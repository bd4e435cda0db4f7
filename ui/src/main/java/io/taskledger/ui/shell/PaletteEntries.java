package io.taskledger.ui.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.UI;
import io.taskledger.messages.task.FoundTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskQuery.SearchTasks;
import io.taskledger.ui.gateway.ScreenGateway;
import io.taskledger.ui.parts.Appearance;
import io.taskledger.ui.settings.SettingsNavigation;
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
    private final Runnable leave;

    /**
     * @param help shows the keys
     * @param leave signs out
     */
    PaletteEntries(
            Reader reader,
            WorkspaceQuestions workspaces,
            ScreenGateway house,
            List<Place> places,
            Runnable help,
            Runnable leave) {
        this.reader = reader;
        this.workspaces = workspaces;
        this.house = house;
        this.places = places;
        this.help = help;
        this.leave = leave;
    }

    /**
     * Commands and places that have each word at the beginning of one of theirs, then tasks, then those that have it within
     * one; the best match first.
     *
     * @param here what the screen offers
     */
    List<PaletteEntry> matching(String text, List<PaletteEntry> here) {
        var typed = text.toLowerCase(reader.words().locale());
        var words = typed.split("\\s+");
        var named = Stream.concat(everywhere().stream(), here.stream())
                .filter(entry -> Arrays.stream(words).allMatch(lower(entry)::contains))
                .sorted(Comparator.comparing(
                                (PaletteEntry entry) -> !lower(entry).equals(typed))
                        .thenComparing(entry -> !lower(entry).startsWith(typed)))
                .collect(Collectors.partitioningBy(
                        entry -> Arrays.stream(words).allMatch(word -> begins(lower(entry), word))));
        var found = new ArrayList<>(named.getOrDefault(true, List.of()));
        if (text.length() >= SHORTEST_SEARCH) {
            house.page(new SearchTasks(text, 0, TASKS), FoundTask.class)
                    .items()
                    .forEach(task -> found.add(entry(task.task())));
        }
        found.addAll(named.getOrDefault(false, List.of()));
        return found;
    }

    private static boolean begins(String label, String word) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word))
                .matcher(label)
                .find();
    }

    private String lower(PaletteEntry entry) {
        return entry.label().toLowerCase(reader.words().locale());
    }

    private PaletteEntry entry(TaskDetails task) {
        return new PaletteEntry(
                "check",
                task.title(),
                reader.say("palette.task"),
                () -> WorkspaceNavigation.open(TaskNavigation.toTask(task.taskId(), Shown.all(Shown.Which.TASKS))));
    }

    private PaletteEntry place(String icon, String title, String path) {
        return new PaletteEntry(icon, reader.say(title), reader.say("palette.place"), () -> go(path));
    }

    /** The keyboard goes on in the screen that one has come to, not where one was before. */
    private static void go(String path) {
        WorkspaceNavigation.open(path);
        UI.getCurrent().getPage().executeJs("window.taskledger.arrive()");
    }

    /** @param selector of what the screen has for it */
    private PaletteEntry pressed(String icon, String title, String selector) {
        return new PaletteEntry(
                icon,
                reader.say(title),
                reader.say("palette.action"),
                () -> UI.getCurrent()
                        .getPage()
                        .executeJs("setTimeout(() => document.querySelector($0)?.click(), 50)", selector));
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
        all.add(pressed("restore", "help.undo", "[data-shortcut='Ctrl+Z']"));
        all.add(pressed("restore", "help.redo", "[data-shortcut='Ctrl+Shift+Z']"));
        places.forEach(place -> all.add(new PaletteEntry(
                place.icon(), reader.say(place.title()), reader.say("palette.place"), () -> go(place.path()))));
        all.add(place("bell", "inbox.title", "notifications"));
        all.add(place("mail", "invitations.title", "invitations"));
        SettingsNavigation.PARTS.forEach((title, path) ->
                all.add(new PaletteEntry("person", reader.say(title), reader.say("palette.setting"), () -> go(path))));
        for (var appearance : Appearance.values()) {
            all.add(new PaletteEntry(
                    "sun",
                    reader.say("appearance." + appearance.key()),
                    reader.say("settings.appearance"),
                    () -> appearance.choose(UI.getCurrent())));
        }
        all.add(new PaletteEntry("door", reader.say("account.sign-out"), reader.say("palette.action"), leave));
        for (var workspace : workspaces.all()) {
            all.add(new PaletteEntry(
                    "board",
                    names.of(workspace),
                    reader.say("palette.board"),
                    () -> go(WorkspaceNavigation.toBoard(workspace.workspaceId()))));
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
