package io.taskledger.ui.activity;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.taskledger.messages.activity.Activity;
import io.taskledger.messages.activity.ActivityQuery.ReadActivity;
import io.taskledger.ui.gateway.ScreenGateway;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.MoreInSight;
import io.taskledger.ui.task.Desk;
import io.taskledger.ui.task.Desks;
import io.taskledger.ui.task.UndoKeys;

/** The log of what was done, newest first, by day; its address says what it is narrowed to. */
@PermitAll
@Route(ActivityView.PATH)
public class ActivityView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    public static final String PATH = "activity";

    private static final int PAGE = 100;

    private final Desk desk;
    private final ScreenGateway house;
    private final ActivityFilterBar filters;
    private final ActivityLog log;
    private final Div empty = new Div();
    private final Div end = new Div();
    private Narrowed narrowed = Narrowed.NOT;
    private int read;

    ActivityView(Desks desks, ScreenGateway house) {
        this.desk = desks.current(_ -> again());
        this.house = house;
        filters = new ActivityFilterBar(desk, wanted -> UI.getCurrent().navigate(PATH, wanted.parameters()));
        log = new ActivityLog(desk);
        addClassName("list-pane");
        empty.add(
                new Icon("clock"), new H2(desk.say("empty.activity")), new Paragraph(desk.say("empty.activity.next")));
        empty.addClassName("empty");
        empty.getElement().setAttribute("data-testid", "empty");
        var all = new Div(new UndoKeys(desk.takeBack()), filters, log, empty, end);
        all.addClassName("narrow");
        add(all);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        narrowed = Narrowed.of(event.getLocation().getQueryParameters());
        filters.show(narrowed);
        again();
    }

    private void again() {
        log.begin();
        read = 0;
        more();
    }

    @Override
    public String getPageTitle() {
        return desk.say("page.title", desk.say("nav.activity"));
    }

    private void more() {
        var filter = narrowed.filter(desk.reader().zone());
        var entries = house.list(new ReadActivity(filter, PAGE, read), Activity.class);
        read += entries.size();
        log.append(entries);
        empty.setVisible(read == 0);
        end.removeAll();
        if (entries.size() == PAGE) {
            end.add(MoreInSight.of(desk.say("list.more"), "activity-more", ".list-pane", this::more));
        }
    }
}
