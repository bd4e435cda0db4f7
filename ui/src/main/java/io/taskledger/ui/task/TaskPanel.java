package io.taskledger.ui.task;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.ui.history.TaskHistory;
import io.taskledger.ui.history.WhoDidThat;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import org.jspecify.annotations.Nullable;

/** One task: its fields and parts, what was said about it, and its history. Every field is saved when it is left. */
class TaskPanel extends Section {

    private final Desk desk;
    private final Optional<TaskId> id;
    private final Consumer<TaskId> onChange;
    private final Frame frame;
    private final H2 heading = new H2();
    private final Push toggle;
    private final Push delete;
    private final TaskFields fields;
    private final TaskParts parts;
    private final Comments comments;
    private final PanelPast past;
    private final TaskHistory history;
    private final PanelTabs tabs;
    private final Div body = new Div();
    private final Div usual;
    private final PanelVersions versions;
    private @Nullable TaskDetails shown;

    /** What the panel stands in. */
    interface Frame {
        void close();

        /** Room for two columns, or as before. */
        void widen(boolean wide);
    }

    /**
     * @param id empty where the URL names no task
     * @param onChange told when the person changed the task here
     */
    TaskPanel(Desk desk, Optional<TaskId> id, Consumer<TaskId> onChange, Frame frame) {
        this.desk = desk;
        this.id = id;
        this.onChange = onChange;
        this.frame = frame;
        addClassName("panel");
        getElement().setAttribute("data-testid", "panel").setAttribute("tabindex", "-1");
        heading.addClassName("sr-only");
        toggle = Push.labelled("check", "", "panel-toggle", _ -> toggle());
        delete = Push.icon("trash", desk.say("row.delete"), "panel-delete", _ -> delete());
        var leave = Push.icon("close", desk.say("panel.close"), "panel-close", _ -> frame.close());
        leave.getElement().setAttribute("data-shortcut", "Escape");
        var spacer = new Div();
        spacer.addClassName("spacer");
        var header = new Header(toggle, spacer, delete, leave);
        header.addClassName("panel-header");
        past = new PanelPast(desk, this::changed);
        var who = new WhoDidThat(past.words(), past);
        fields = new TaskFields(desk, who, this::changed);
        history = new TaskHistory(
                desk.reader(), Optional.of(desk.me()), new PanelWishes(desk, id, this::lookAt, this::changed));
        parts = new TaskParts(desk, who, this::changed, frame::close);
        comments = new Comments(desk, this::changed);
        tabs = new PanelTabs(desk)
                .side(desk.say("panel.details"), "tab-details", new Div(fields, parts), () -> {})
                .side(desk.say("panel.comments"), "tab-comments", comments, this::offerPeople)
                .side(desk.say("panel.history"), "tab-history", history, this::readHistory);
        body.addClassName("panel-body");
        usual = new Div(header, heading, body);
        usual.addClassName("panel-usual");
        versions = new PanelVersions(desk, past, this, usual, frame::widen, () -> {
            history.takeFocus();
            changed();
        });
        add(usual);
        read();
    }

    /** So that the keyboard goes on inside. */
    void takeFocus() {
        getElement().executeJs("this.focus({preventScroll: true})");
    }

    Optional<TaskId> task() {
        return id;
    }

    /** Back from an earlier version, or out of the panel. */
    void escape() {
        if (!versions.leave()) {
            frame.close();
        }
    }

    /** Shows the task as it was, if there is that version of it. */
    void lookAt(long version) {
        if (shown != null) {
            versions.lookAt(shown.taskId(), version);
        }
    }

    String title() {
        return shown == null ? desk.say("panel.missing") : shown.title();
    }

    /** Takes up what happened to the task; what is being typed stays as it is. */
    void refresh(Set<TaskId> tasks) {
        if (id.filter(tasks::contains).isPresent()) {
            read();
            versions.refresh();
        }
    }

    private void read() {
        var now = id.flatMap(desk.questions()::find);
        heading.setText(now.map(TaskDetails::title).orElseGet(() -> desk.say("panel.missing")));
        getElement().setAttribute("aria-label", heading.getText());
        toggle.setVisible(now.isPresent());
        delete.setVisible(now.isPresent());
        now.ifPresentOrElse(this::show, this::sayMissing);
    }

    private void show(TaskDetails now) {
        if (shown == null) {
            body.removeAll();
            body.add(tabs);
        }
        shown = now;
        toggle.removeAll();
        toggle.add(new Icon("check"), new Span(desk.say(now.completed() ? "panel.completed" : "panel.complete")));
        toggle.getElement().setAttribute("aria-pressed", Boolean.toString(now.completed()));
        toggle.setEnabled(now.level().includes(TaskLevel.EDIT));
        delete.setVisible(now.level().includes(TaskLevel.ALL));
        past.show(now);
        fields.show(now);
        parts.show(now);
        comments.show(now);
        var said = now.comments().size();
        tabs.name(comments, said == 0 ? desk.say("panel.comments") : desk.say("panel.comments.counted", said));
        if (tabs.shows(history)) {
            readHistory();
        }
    }

    private void sayMissing() {
        shown = null;
        body.removeAll();
        var words = new Paragraph(desk.say("panel.missing.next"));
        words.getElement().setAttribute("role", "status").setAttribute("data-testid", "panel-missing");
        var box = new Div(new Icon("search"), new H2(desk.say("panel.missing")), words);
        box.addClassName("empty");
        body.add(box);
    }

    private void offerPeople() {
        if (shown != null) {
            comments.offerPeople(shown);
        }
    }

    private void readHistory() {
        id.ifPresent(task -> history.show(desk.past().timeline(task), past.mayEdit()));
    }

    private void toggle() {
        if (shown != null) {
            desk.toggle(shown);
            changed();
        }
    }

    private void delete() {
        if (shown != null) {
            var task = shown;
            desk.done(desk.actions().delete(task.taskId()), "deleted", task.title());
            onChange.accept(task.taskId());
            frame.close();
        }
    }

    private void changed() {
        read();
        id.ifPresent(onChange);
    }
}
