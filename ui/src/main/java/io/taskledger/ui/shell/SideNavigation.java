package io.taskledger.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.words.Reader;

/** The links on the left. */
class SideNavigation extends Div {

    private final Map<Place, Anchor> links = new EnumMap<>(Place.class);

    /** @param operator whether there are the places for operators too */
    SideNavigation(Reader reader, boolean operator) {
        addClassName("side");
        var brand = new Anchor("", new Span("Taskledger"));
        brand.addClassName("brand");
        var list = new UnorderedList();
        for (var place : Place.values()) {
            if (place.isForOperators() && !operator) {
                continue;
            }
            var link = new Anchor(place.path(), new Icon(place.icon()), new Span(reader.say(place.title())));
            link.getElement().setAttribute("data-testid", "nav-" + place.key());
            links.put(place, link);
            list.add(new ListItem(link));
        }
        var nav = new Nav(brand, list);
        nav.setAriaLabel(reader.say("shell.navigation"));
        add(nav);
    }

    void show(Optional<Place> place) {
        links.forEach((one, link) -> {
            if (place.filter(one::equals).isPresent()) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }
}
