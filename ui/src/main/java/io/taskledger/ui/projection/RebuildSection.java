package io.taskledger.ui.projection;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.ProjectionCommand;
import io.taskledger.messages.projection.ProjectionCommand.CancelRebuild;
import io.taskledger.messages.projection.ProjectionCommand.PauseRebuild;
import io.taskledger.messages.projection.ProjectionCommand.Rebuild;
import io.taskledger.messages.projection.ProjectionCommand.ResumeRebuild;
import io.taskledger.messages.projection.ProjectionCommand.Swap;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.RebuildId;
import io.taskledger.messages.projection.RebuildReport;
import io.taskledger.messages.projection.RebuildReport.State;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import org.jspecify.annotations.Nullable;

/** Begins a rebuild, shows how it goes, then what differs, and makes the new version live. */
class RebuildSection extends Section {

    private final OperatorDesk desk;
    private final ProjectionId projection;
    private final Measures measures;
    private final RadioButtonGroup<Afterwards> afterwards = new RadioButtonGroup<>();
    private final Div options = new Div();
    private final Paragraph line = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Div result = new Div();
    private final DifferenceTable differences;
    private final TextField reason = new TextField();
    private final Push pause;
    private final Push resume;
    private final Push swap;
    private final Push cancel;
    private final Div steps;
    private @Nullable RebuildReport shown;

    RebuildSection(OperatorDesk desk, ProjectionId projection) {
        this.desk = desk;
        this.projection = projection;
        this.measures = new Measures(desk.reader());
        addClassName("sheet-section");
        afterwards.setLabel(desk.say("rebuild.afterwards"));
        afterwards.setItems(Afterwards.values());
        afterwards.setItemLabelGenerator(one -> desk.say("rebuild.afterwards." + one.text()));
        afterwards.setValue(Afterwards.SWAP);
        afterwards.getElement().setAttribute("data-testid", "rebuild-afterwards");
        options.add(
                afterwards,
                Push.labelled(desk.say("rebuild.begin"), "rebuild-begin", _ -> begin())
                        .styled("button-primary"));
        options.addClassName("rebuild-options");
        line.getElement().setAttribute("data-testid", "rebuild-line");
        bar.getElement().setAttribute("aria-label", desk.say("rebuild.progress", projection.name()));
        result.getElement().setAttribute("role", "status").setAttribute("data-testid", "rebuild-result");
        result.addClassName("rebuild-result");
        differences = new DifferenceTable(desk);
        reason.setLabel(desk.say("rebuild.reason"));
        reason.setHelperText(desk.say("rebuild.reason.hint"));
        reason.setMaxLength(ProjectionCommand.REASON_LIMIT);
        reason.getElement().setAttribute("data-testid", "rebuild-reason");
        pause = step("rebuild.pause", "rebuild-pause", (id, _) -> new PauseRebuild(projection, id));
        resume = step("rebuild.resume", "rebuild-resume", (id, _) -> new ResumeRebuild(projection, id));
        swap = step("rebuild.swap", "rebuild-swap", (id, why) -> new Swap(projection, id, why))
                .styled("button-primary");
        cancel = step("rebuild.cancel", "rebuild-cancel", (id, _) -> new CancelRebuild(projection, id));
        steps = new Div(swap, pause, resume, cancel);
        steps.addClassName("card-actions");
        add(new H3(desk.say("rebuild.title")), line, bar, result, differences, reason, steps, options);
        show(Optional.empty());
    }

    private interface Step {
        ProjectionCommand on(RebuildId rebuild, @Nullable String reason);
    }

    private Push step(String key, String testId, Step step) {
        return Push.labelled(desk.say(key), testId, _ -> {
            var report = shown;
            if (report != null) {
                var why = reason.getValue().isBlank() ? null : reason.getValue().strip();
                desk.order(() -> step.on(report.rebuildId(), why));
            }
        });
    }

    private void begin() {
        desk.order(() -> new Rebuild(projection, RebuildId.next(), afterwards.getValue(), null));
    }

    /** @param latest the rebuild that goes on or is held, else the last one that was */
    void show(Optional<RebuildReport> latest) {
        if (shown != null && latest.filter(shown::equals).isPresent()) {
            return;
        }
        shown = latest.orElse(null);
        var held = latest.filter(report -> report.state() == State.HELD).isPresent();
        var ended = latest.map(report -> report.state().ended()).orElse(true);
        var going = !held && !ended;
        var paused = latest.filter(RebuildReport::paused).isPresent();
        options.setVisible(ended);
        line.setVisible(latest.isPresent());
        line.setText(latest.map(measures::progress).orElse(""));
        bar.setVisible(going);
        latest.ifPresent(report -> bar.setValue(Math.min(1, report.folded())));
        bar.setIndeterminate(
                going && !paused && latest.filter(RebuildSection::isFolded).isPresent());
        differences.show(latest.map(RebuildReport::differences).orElse(List.of()));
        reason.setVisible(
                held && latest.filter(report -> report.differenceCount() > 0).isPresent());
        pause.setVisible(going && !paused);
        resume.setVisible(going && paused);
        swap.setVisible(held);
        cancel.setVisible(!ended);
        cancel.setText(desk.say(held ? "rebuild.discard" : "rebuild.cancel"));
        steps.setVisible(!ended);
        result.removeAll();
        latest.filter(report -> !going).ifPresent(this::showResult);
    }

    /** What follows the fold has no share that could be told. */
    private static boolean isFolded(RebuildReport report) {
        return report.eventsTotal() > 0 && report.eventsDone() >= report.eventsTotal();
    }

    private void showResult(RebuildReport report) {
        if (report.state() == State.CANCELLED) {
            return;
        }
        report.failure().ifPresent(failure -> result.add(told("refusal", "alert", failure)));
        if (report.state() != State.FAILED) {
            var same = report.differenceCount() == 0;
            result.add(told(
                    same ? "agreement" : "refusal",
                    same ? "check" : "alert",
                    desk.say("rebuild.differences", report.differenceCount())));
        }
        if (report.explainedCount() > 0) {
            result.add(new Paragraph(desk.say("rebuild.explained", report.explainedCount())));
        }
        if (report.differenceCount() > report.differences().size()
                && !report.differences().isEmpty()) {
            result.add(new Paragraph(
                    desk.say("rebuild.first-differences", report.differences().size())));
        }
        result.add(new Paragraph(desk.say("rebuild.folded", report.eventsDone(), report.rows())));
    }

    private static Div told(String style, String icon, String sentence) {
        var told = new Div(new Icon(icon), new Span(sentence));
        told.addClassName(style);
        return told;
    }
}
