package io.taskledger.ui.projection;

import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.taskledger.messages.projection.ProjectionCommand.RollBack;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.ProjectionStatus;
import io.taskledger.messages.projection.ProjectionStatus.Version;
import io.taskledger.messages.projection.RebuildReport;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;

/** One projection at a glance. */
class ProjectionCard extends Section {

    private final OperatorDesk desk;
    private final Measures measures;
    private final Span mode = new Span();
    private final Span version = new Span();
    private final Span lag = new Span();
    private final Span rate = new Span();
    private final RateLine line = new RateLine();
    private final Span segments = new Span();
    private final Span letters = new Span();
    private final Icon waiting = new Icon("alert");
    private final Push look;
    private final Span error = new Span();
    private final Div trouble = new Div(new Icon("alert"), error);
    private final Paragraph rebuild = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Push open;
    private final Push back;

    /** @param sheet opens the one beside it */
    ProjectionCard(OperatorDesk desk, ProjectionId projection, Runnable sheet) {
        this.desk = desk;
        this.measures = new Measures(desk.reader());
        addClassNames("card", "projection-card");
        getElement().setAttribute("data-testid", "projection-" + projection.name());
        mode.addClassName("mode");
        version.addClassName("tag");
        var title = new H2(new Span(projection.name()), version, mode);
        var rates = new Div(rate, line);
        rates.addClassName("rates");
        var figures = new DescriptionList();
        figures.addClassName("figures");
        figure(figures, "projection.lag", lag);
        figure(figures, "projection.rate", rates);
        figure(figures, "projection.segments", segments);
        look = Push.labelled(desk.say("projection.look"), "letters-of-" + projection.name(), _ -> sheet.run())
                .styled("link");
        look.getElement().setAttribute("aria-label", desk.say("projection.look.of", projection.name()));
        var count = new Div(waiting, letters, look);
        count.addClassName("letter-count");
        figure(figures, "projection.dead-letters", count);
        trouble.addClassName("refusal");
        rebuild.getElement().setAttribute("aria-live", "off");
        bar.getElement().setAttribute("aria-label", desk.say("rebuild.progress", projection.name()));
        open = Push.labelled(desk.say("projection.open"), "open-" + projection.name(), _ -> sheet.run());
        open.getElement().setAttribute("aria-label", desk.say("projection.open.of", projection.name()));
        back = Push.labelled("", "roll-back-" + projection.name(), _ -> desk.order(() -> new RollBack(projection)));
        var actions = new Div(open, back);
        actions.addClassName("card-actions");
        add(title, figures, trouble, rebuild, bar, actions);
    }

    void focus() {
        open.focus();
    }

    void show(ProjectionStatus status) {
        var key = status.mode().name().toLowerCase(Locale.ROOT);
        mode.setText(desk.say("projection.mode." + key));
        mode.getElement().setAttribute("data-mode", key);
        version.setText(
                status.liveVersion() == 0
                        ? desk.say("projection.no-version")
                        : desk.say("projection.version", status.liveVersion()));
        lag.setText(desk.say("projection.lag.value", status.lagEvents(), measures.span(status.lag())));
        rate.setText(measures.rate(status.eventsPerSecond()));
        line.draw(status.recentRates());
        segments.setText(status.node()
                .map(node -> desk.say("projection.segment", node))
                .orElseGet(() -> desk.say("projection.segment.nobody")));
        letters.setText(measures.count(status.deadLetters()));
        letters.setClassName("bad", status.deadLetters() > 0);
        waiting.setVisible(status.deadLetters() > 0);
        look.setVisible(status.deadLetters() > 0);
        trouble.setVisible(status.lastError().isPresent());
        error.setText(status.lastError().orElse(""));
        showRebuild(status);
        var before = status.versions().stream().filter(Version::before).findFirst();
        back.setVisible(before.isPresent());
        before.ifPresent(one -> back.setText(desk.say("projection.roll-back", one.number())));
    }

    private void showRebuild(ProjectionStatus status) {
        rebuild.setVisible(status.rebuild().isPresent());
        bar.setVisible(status.rebuild()
                .filter(report -> report.state() != RebuildReport.State.HELD)
                .isPresent());
        status.rebuild().ifPresent(report -> {
            rebuild.setText(measures.progress(report));
            bar.setValue(Math.min(1, report.folded()));
        });
    }

    private void figure(DescriptionList figures, String key, Component value) {
        figures.add(new DescriptionList.Term(desk.say(key)), new DescriptionList.Description(value));
    }
}
