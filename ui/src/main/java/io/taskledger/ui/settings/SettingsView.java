package io.taskledger.ui.settings;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.taskledger.ui.parts.Headed;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.words.Readers;

/** The parts of the settings beside the one that is open; where there is no room for both, one after the other. */
@PermitAll
@Route("settings/:part?")
public class SettingsView extends Div implements BeforeEnterObserver, HasDynamicTitle, Headed {

    private final SettingsSections sections;
    private final Reader reader;
    private final Map<SettingsPart, Anchor> links = new EnumMap<>(SettingsPart.class);
    private final Div content = new Div();
    private SettingsPart open = SettingsPart.PROFILE;

    SettingsView(SettingsSections sections, Readers readers) {
        this.sections = sections;
        this.reader = readers.current();
        addClassName("settings");
        content.addClassName("settings-content");
        add(nav(), content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getRouteParameters().get("part");
        var part = wanted.isEmpty() ? Optional.of(SettingsPart.PROFILE) : wanted.flatMap(SettingsPart::named);
        if (part.isEmpty()) {
            event.rerouteToError(new NotFoundException(), "");
            return;
        }
        setClassName("settings-index", wanted.isEmpty());
        show(part.get());
    }

    @Override
    public String heading() {
        return reader.say("settings.title");
    }

    @Override
    public String getPageTitle() {
        return reader.say("page.title-within", reader.say(open.title()), heading());
    }

    private void show(SettingsPart part) {
        open = part;
        links.forEach((one, link) -> {
            if (one == part) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
        content.removeAll();
        content.add(back(), sections.of(part, reader));
    }

    private Nav nav() {
        var list = new UnorderedList();
        for (var part : SettingsPart.values()) {
            var link = link(part.path(), part.title(), "settings-" + part.key());
            links.put(part, link);
            if (part == SettingsPart.EXPORT) {
                list.add(new ListItem(link("import", "nav.import", "settings-import")));
            }
            list.add(new ListItem(link));
        }
        var nav = new Nav(list);
        nav.addClassName("settings-nav");
        nav.setAriaLabel(reader.say("settings.parts"));
        return nav;
    }

    private Anchor link(String path, String key, String testId) {
        var link = new Anchor(path, new Span(reader.say(key)), new Icon("chevron"));
        link.getElement().setAttribute("data-testid", testId);
        return link;
    }

    /** Only where the parts are not beside. */
    private Anchor back() {
        var link = new Anchor("settings", new Icon("chevron-back"), new Span(reader.say("settings.title")));
        link.addClassName("settings-back");
        link.getElement().setAttribute("data-testid", "settings-back");
        return link;
    }
}
