package io.taskledger.ui.task;

import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.taskledger.messages.ActionId;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.messages.history.TaskPoint;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.history.Undoing;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Notice;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.past.PastQuestions;
import io.taskledger.ui.past.Then;
import org.jspecify.annotations.Nullable;

/** One task as it was: to be read, and brought back. */
class PastTask extends Section {

    private final Desk desk;
    private final PastQuestions questions;
    private final Optional<TaskId> id;
    private final Push restore;
    private final Div body = new Div();
    private @Nullable PastMoment moment;
    private @Nullable TaskVersion shown;

    /** @param id empty where the URL names no task */
    PastTask(Desk desk, PastQuestions questions, Optional<TaskId> id, Runnable close) {
        this.desk = desk;
        this.questions = questions;
        this.id = id;
        addClassNames("panel", "past-panel");
        getElement().setAttribute("data-testid", "past-task").setAttribute("tabindex", "-1");
        restore = Push.labelled("restore", desk.say("then.restore"), "past-restore", _ -> restore());
        var leave = Push.icon("close", desk.say("panel.close"), "panel-close", _ -> close.run());
        leave.getElement().setAttribute("data-shortcut", "Escape");
        var spacer = new Div();
        spacer.addClassName("spacer");
        var header = new Header(restore, spacer, leave);
        header.addClassName("panel-header");
        body.addClassName("panel-body");
        add(header, body);
    }

    /** So that the keyboard goes on inside. */
    void takeFocus() {
        getElement().executeJs("this.focus({preventScroll: true})");
    }

    Optional<TaskId> task() {
        return id;
    }

    String title() {
        return shown == null ? desk.say("then.task.none") : shown.task().title();
    }

    void show(Then then) {
        moment = then.instant(desk.reader().zone())
                .map(at -> then.recorded() ? new PastMoment.Recorded(at) : new PastMoment.Happened(at))
                .orElse(null);
        read();
    }

    private void read() {
        var found = id.flatMap(task -> Optional.ofNullable(moment).flatMap(at -> find(task, at)));
        shown = found.orElse(null);
        getElement().setAttribute("aria-label", title());
        restore.setVisible(found.filter(version -> version.task().level().includes(TaskLevel.EDIT))
                .isPresent());
        body.removeAll();
        found.ifPresentOrElse(this::fill, this::sayMissing);
    }

    /** What nobody can tell of is told by the list beside it. */
    private Optional<TaskVersion> find(TaskId task, PastMoment at) {
        try {
            return questions.task(task, at);
        } catch (CommandRejected nothingThen) {
            return Optional.empty();
        }
    }

    private void fill(TaskVersion version) {
        var since = id.flatMap(task -> Optional.ofNullable(moment).flatMap(at -> questions.sinceThen(task, at)));
        body.add(new PastFields(desk, version, since));
    }

    private void sayMissing() {
        var words = new Paragraph(desk.say("then.task.none.next"));
        words.getElement().setAttribute("role", "status").setAttribute("data-testid", "past-task-none");
        var box = new Div(new Icon("clock"), new H2(desk.say("then.task.none")), words);
        box.addClassName("empty");
        body.add(box);
    }

    private void restore() {
        if (shown == null || moment == null) {
            return;
        }
        var title = shown.task().title();
        var by = ActionId.next();
        desk.actions()
                .restore(shown.task().taskId(), new TaskPoint.At(moment), by)
                .ifPresentOrElse(
                        outcome -> tell(outcome, by, title), () -> Notice.refused(desk.say("undo.left.not_there")));
        read();
    }

    private void tell(Undoing.OneTask outcome, ActionId by, String title) {
        if (outcome.rejection() != null) {
            desk.tell(outcome.rejection());
        } else if (outcome.done()) {
            desk.takeBack().offer(by, "brought-back", title);
        } else {
            Notice.told(desk.say(outcome.plan().leftOut().isEmpty() ? "then.restore.same" : "then.restore.left"));
        }
    }
}
