package io.taskledger.ui.projection;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.ProjectionStatus;
import io.taskledger.messages.projection.RebuildReport;
import io.taskledger.ui.parts.Push;
import org.jspecify.annotations.Nullable;

/** All that can be done to one projection. */
class ProjectionSheet extends Section {

    private final OperatorDesk desk;
    private final ProjectionId projection;
    private final RebuildSection rebuild;
    private final VersionsSection versions;
    private final DeadLettersSection letters;
    private @Nullable RebuildReport read;

    ProjectionSheet(OperatorDesk desk, ProjectionId projection, Runnable close) {
        this.desk = desk;
        this.projection = projection;
        addClassNames("panel", "projection-sheet");
        getElement()
                .setAttribute("data-testid", "sheet")
                .setAttribute("tabindex", "-1")
                .setAttribute("aria-label", projection.name());
        var leave = Push.icon("close", desk.say("projection.close"), "sheet-close", _ -> close.run());
        leave.getElement().setAttribute("data-shortcut", "Escape");
        var spacer = new Div();
        spacer.addClassName("spacer");
        var header = new Header(new H2(projection.name()), spacer, leave);
        header.addClassName("panel-header");
        rebuild = new RebuildSection(desk, projection);
        versions = new VersionsSection(desk, projection);
        letters = new DeadLettersSection(desk, projection);
        var body = new Div(rebuild, versions, letters, new RowsSection(desk, projection));
        body.addClassName("panel-body");
        add(header, body);
    }

    ProjectionId projection() {
        return projection;
    }

    /** So that the keyboard goes on inside. */
    void takeFocus() {
        getElement().executeJs("this.focus({preventScroll: true})");
    }

    void show(ProjectionStatus status) {
        rebuild.show(latest(status));
        versions.show(status);
        letters.show(status.deadLetters() == 0 ? List.of() : desk.questions().deadLetters(projection));
    }

    /** One that has ended is read once: it stays as it is. */
    private Optional<RebuildReport> latest(ProjectionStatus status) {
        var known = status.rebuild().or(() -> desk.questions().latestRebuild(projection));
        var last = read;
        if (last != null
                && last.state().ended()
                && known.filter(one -> one.rebuildId().equals(last.rebuildId())).isPresent()) {
            return Optional.of(last);
        }
        var now = known.flatMap(one -> desk.questions().rebuild(one.rebuildId()));
        read = now.orElse(null);
        return now;
    }
}
