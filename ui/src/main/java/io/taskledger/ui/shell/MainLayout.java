package io.taskledger.ui.shell;

import java.util.Arrays;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.taskledger.ui.account.AccountQuestions;
import io.taskledger.ui.gateway.ScreenGateway;
import io.taskledger.ui.notification.NotificationBell;
import io.taskledger.ui.parts.Headed;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.parts.Screen;
import io.taskledger.ui.past.Travelling;
import io.taskledger.ui.projection.OperatorEntrance;
import io.taskledger.ui.task.Shown;
import io.taskledger.ui.words.Readers;
import io.taskledger.ui.workspace.LiveWorkspaces;
import io.taskledger.ui.workspace.WorkspaceQuestions;
import io.taskledger.ui.workspace.WorkspacesChanged;
import org.jspecify.annotations.Nullable;

/** The frame: where one can go on the left, where one is and who one is above, the screen itself beside. */
@Layout
@PermitAll
public class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final SideNavigation navigation;
    private final SearchField search;
    private final H1 where = new H1();
    private final Main main = new Main();
    private final Header header = new Header();
    private final Readers readers;
    private final WorkspaceQuestions workspaces;
    private final LiveWorkspaces live;
    private final ClockPopover clock;
    private Location here = new Location("");
    private @Nullable Headed headed;

    MainLayout(
            Readers readers,
            OperatorEntrance entrance,
            WorkspaceQuestions workspaces,
            LiveWorkspaces live,
            ScreenGateway house,
            AccountQuestions questions,
            ClockPopover clock,
            NotificationBell bell,
            AuthenticationContext authentication) {
        this.readers = readers;
        this.workspaces = workspaces;
        this.live = live;
        this.clock = clock;
        var reader = readers.current();
        setPrimarySection(Section.DRAWER);
        navigation = new SideNavigation(reader, entrance.isOpen());
        search = new SearchField(reader, clock::then);
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(reader.say("shell.menu"));
        toggle.getElement().setAttribute("data-testid", "menu");
        var help = Push.icon("help", reader.say("help.title"), "help", _ -> new HelpDialog(reader).open());
        help.getElement().setAttribute("data-shortcut", "?");
        var places = Arrays.stream(Place.values())
                .filter(place -> entrance.isOpen() || !place.isForOperators())
                .toList();
        var entries = new PaletteEntries(
                reader, workspaces, house, places, () -> new HelpDialog(reader).open(), authentication::logout);
        var palette = Push.icon(
                "command", reader.say("palette.open"), "palette-open", _ -> new Palette(entries, reader).show());
        var skip = new Anchor("#main", reader.say("shell.skip"));
        skip.addClassName("skip-link");
        where.getElement().setAttribute("data-testid", "where");
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        header.add(
                skip,
                toggle,
                where,
                search,
                clock,
                palette,
                help,
                bell,
                new AccountMenu(reader, questions, authentication));
        header.addClassName("top");
        addToNavbar(header);
        addToDrawer(navigation);
        Screen.follow(this, tab -> WorkspacesChanged.listen(tab, this::showNavigation));
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
        headed = content instanceof Headed itself ? itself : null;
        clock.follow(content instanceof Travelling itself ? Optional.of(itself) : Optional.empty());
        super.showRouterLayoutContent(main);
    }

    @Override
    public void removeRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        here = event.getLocation();
        var place = Place.of(here);
        where.setText(headed(place));
        header.setClassName("headed", headed != null && place.isEmpty());
        showNavigation();
        search.show(place, Shown.of(here));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        live.follow(attached.getUI());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        super.onDetach(detached);
        live.stop();
    }

    private void showNavigation() {
        navigation.show(Place.of(here), here, workspaces.all());
    }

    private String headed(Optional<Place> place) {
        return headed == null
                ? readers.current().say(place.map(Place::title).orElse("no-such-page.title"))
                : headed.heading();
    }
}
