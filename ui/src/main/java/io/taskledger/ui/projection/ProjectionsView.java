package io.taskledger.ui.projection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.ProjectionStatus;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.words.Readers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every read model as a card, and beside them the sheet of the one that an operator deals with. Asks every second. */
@PermitAll
@Route("admin/projections/:projection?")
public class ProjectionsView extends MasterDetailLayout implements BeforeEnterObserver, HasDynamicTitle {

    public static final String PATH = "admin/projections";

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionsView.class);
    private static final int SECOND_MILLIS = 1_000;
    private static final int NEVER = -1;

    private final OperatorDesk desk;
    private final OperatorEntrance entrance;
    private final Div cards = new Div();
    private final Div unanswered = new Div();
    private final Div empty = new Div();
    private final Map<ProjectionId, ProjectionCard> shown = new LinkedHashMap<>();
    private @Nullable ProjectionSheet sheet;
    private @Nullable Registration ticking;
    private boolean answered = true;

    ProjectionsView(
            ProjectionActions actions, ProjectionQuestions questions, OperatorEntrance entrance, Readers readers) {
        this.desk = new OperatorDesk(actions, questions, readers.current(), this::look);
        this.entrance = entrance;
        addClassName("projections-view");
        setSizeFull();
        unanswered.add(new Icon("alert"), new Span(desk.say("projection.unanswered")));
        unanswered.addClassName("refusal");
        unanswered.getElement().setAttribute("role", "alert").setAttribute("data-testid", "unanswered");
        unanswered.setVisible(false);
        empty.add(new Icon("layers"), new Paragraph(desk.say("projection.none")));
        empty.addClassName("empty");
        empty.setVisible(false);
        cards.addClassName("projection-cards");
        var master = new Div(unanswered, empty, cards);
        master.addClassName("list-pane");
        setMaster(master);
        setMasterSize("min(24rem, 100vw)");
        setExpandMaster(true);
        setDetailSize("38rem");
        setOverlaySize("min(100%, 40rem)");
        addDetailEscapePressListener(_ -> close());
        addBackdropClickListener(_ -> close());
    }

    /** For others there is nothing here, as at any address that leads nowhere. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!entrance.isOpen()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        look();
        open(event.getRouteParameters().get("projection").flatMap(ProjectionId::parseName));
        look();
    }

    @Override
    public String getPageTitle() {
        var where = desk.say("nav.projections");
        return sheet == null
                ? desk.say("page.title", where)
                : desk.say("page.title-within", sheet.projection().name(), where);
    }

    private void open(Optional<ProjectionId> wanted) {
        if (wanted.filter(shown::containsKey).isEmpty()) {
            sheet = null;
            setDetail(null);
        } else if (sheet == null || !sheet.projection().equals(wanted.get())) {
            sheet = new ProjectionSheet(desk, wanted.get(), this::close);
            setDetail(sheet);
            sheet.takeFocus();
        }
    }

    private void close() {
        if (sheet != null) {
            Optional.ofNullable(shown.get(sheet.projection())).ifPresent(ProjectionCard::focus);
        }
        UI.getCurrent().navigate(PATH);
    }

    /** Where nobody can answer, what was known stays, and a sentence says so. */
    private void look() {
        try {
            show(desk.questions().all());
            answered = true;
        } catch (CompletionException failed) {
            if (answered) {
                LOG.warn("Nobody can tell how the projections stand", failed);
            }
            answered = false;
        }
        unanswered.setVisible(!answered);
    }

    private void show(List<ProjectionStatus> projections) {
        empty.setVisible(projections.isEmpty());
        for (var status : projections) {
            var id = status.projection();
            shown.computeIfAbsent(id, this::card).show(status);
            if (sheet != null && sheet.projection().equals(id)) {
                sheet.show(status);
            }
        }
    }

    private ProjectionCard card(ProjectionId projection) {
        var card = new ProjectionCard(desk, projection, () -> UI.getCurrent().navigate(PATH + "/" + projection.name()));
        cards.add(card);
        return card;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        attached.getUI().setPollInterval(SECOND_MILLIS);
        ticking = attached.getUI().addPollListener(_ -> look());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        super.onDetach(detached);
        detached.getUI().setPollInterval(NEVER);
        if (ticking != null) {
            ticking.remove();
            ticking = null;
        }
    }
}
