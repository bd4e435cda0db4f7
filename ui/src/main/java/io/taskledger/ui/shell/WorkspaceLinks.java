package io.taskledger.ui.shell;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.taskledger.messages.workspace.ListDetails;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.task.Shown;
import io.taskledger.ui.task.TaskNavigation;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.workspace.WorkspaceNames;
import io.taskledger.ui.workspace.WorkspaceNavigation;

/** Each workspace, which is its board, and its lists, to be unfolded. */
class WorkspaceLinks extends Div {

    private final Reader reader;
    private final WorkspaceNames names;
    private final UnorderedList list = new UnorderedList();
    private final Set<String> unfolded = new HashSet<>();
    private List<WorkspaceSummary> shown = List.of();
    private String here = "";

    WorkspaceLinks(Reader reader) {
        this.reader = reader;
        this.names = new WorkspaceNames(reader);
        addClassName("side-workspaces");
        var all = new Anchor(WorkspaceNavigation.WORKSPACES, reader.say("nav.workspaces"));
        all.getElement().setAttribute("data-testid", "nav-workspaces");
        all.addClassName("side-heading");
        add(all, list);
    }

    /** @param where the text of the id of a workspace or list */
    void show(List<WorkspaceSummary> mine, String where) {
        var moved = !where.equals(here);
        here = where;
        if (moved) {
            mine.stream()
                    .filter(this::isHere)
                    .forEach(one -> unfolded.add(one.workspaceId().text()));
        }
        if (moved || !mine.equals(shown)) {
            shown = List.copyOf(mine);
            render();
        }
    }

    private boolean isHere(WorkspaceSummary workspace) {
        return workspace.workspaceId().text().equals(here)
                || workspace.lists().stream()
                        .anyMatch(one -> one.listId().text().equals(here));
    }

    private void render() {
        list.removeAll();
        shown.forEach(workspace -> list.add(item(workspace)));
    }

    private ListItem item(WorkspaceSummary workspace) {
        var id = workspace.workspaceId().text();
        var name = names.of(workspace);
        var link = link(WorkspaceNavigation.toBoard(workspace.workspaceId()), "board", name, id);
        var lists = new UnorderedList();
        lists.addClassName("side-lists");
        workspace.lists().forEach(one -> lists.add(new ListItem(link(one))));
        lists.setVisible(unfolded.contains(id));
        var fold = Push.icon("chevron", reader.say("nav.lists-of", name), "nav-fold", _ -> {
            if (!unfolded.remove(id)) {
                unfolded.add(id);
            }
            render();
        });
        fold.addClassName("fold-lists");
        fold.getElement().setAttribute("aria-expanded", Boolean.toString(lists.isVisible()));
        var row = new Div(link, fold);
        row.addClassName("side-workspace");
        return new ListItem(row, lists);
    }

    private Anchor link(ListDetails one) {
        var id = one.listId();
        return link(TaskNavigation.toList(Shown.in(id)), "list", names.of(one), id.text());
    }

    private Anchor link(String path, String icon, String name, String id) {
        var words = new Span(name);
        words.getElement().setAttribute("dir", "auto");
        var link = new Anchor(path, new Icon(icon), words);
        link.getElement().setAttribute("data-testid", "nav-" + icon).setAttribute("title", name);
        SideNavigation.mark(link, id.equals(here));
        return link;
    }
}
