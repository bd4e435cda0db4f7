package io.taskledger.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Location;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.task.Shown;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.workspace.WorkspaceNavigation;

/** The links on the left: the lists that everybody has, one's workspaces, and what is about all of them. */
class SideNavigation extends Div {

    private final Reader reader;
    private final Map<String, Anchor> links = new HashMap<>();
    private final WorkspaceLinks workspaces;

    /** @param operator whether there are the places for operators too */
    SideNavigation(Reader reader, boolean operator) {
        this.reader = reader;
        addClassName("side");
        var brand = new Anchor("", new Span("Taskledger"));
        brand.addClassName("brand");
        workspaces = new WorkspaceLinks(reader);
        var others = new UnorderedList(
                link(Place.DASHBOARD), link(Place.ACTIVITY), link(Place.TAGS), link(Place.TRASH), link(Place.IMPORT));
        if (operator) {
            others.add(link(Place.PROJECTIONS));
        }
        others.addClassName("side-others");
        var nav = new Nav(
                brand,
                new UnorderedList(
                        link(Place.TODAY),
                        link(Place.UPCOMING),
                        link(Place.TASKS),
                        link(Place.ASSIGNED),
                        link(Place.SHARED)),
                workspaces,
                others);
        nav.setAriaLabel(reader.say("shell.navigation"));
        add(nav);
    }

    /** @param mine one's workspaces as they are now */
    void show(Optional<Place> place, Location location, List<WorkspaceSummary> mine) {
        var key = place.map(Place::key).orElse("");
        links.forEach((one, link) -> mark(link, one.equals(key)));
        workspaces.show(mine, here(location));
    }

    /** The list or the board that the address is about; empty where it is about none. */
    private static String here(Location location) {
        var segments = location.getSegments();
        if (segments.size() > 1
                && (segments.getFirst().equals(WorkspaceNavigation.BOARDS)
                        || segments.getFirst().equals(WorkspaceNavigation.WORKSPACES))) {
            return segments.get(1);
        }
        var list = Shown.of(location).list();
        return list == null ? "" : list.text();
    }

    private ListItem link(Place place) {
        var link = new Anchor(place.path(), new Icon(place.icon()), new Span(reader.say(place.title())));
        link.getElement().setAttribute("data-testid", "nav-" + place.key());
        links.put(place.key(), link);
        return new ListItem(link);
    }

    static void mark(Anchor link, boolean current) {
        if (current) {
            link.getElement().setAttribute("aria-current", "page");
        } else {
            link.getElement().removeAttribute("aria-current");
        }
    }
}
