package io.taskledger.ui.task;

import java.util.Optional;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.task.TaskCommand.NameVersion;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.history.EarlierVersions;
import io.taskledger.ui.parts.Notice;
import org.jspecify.annotations.Nullable;

/** The panel while it shows its task as it was: all else of it is out of sight. */
class PanelVersions implements EarlierVersions.Exits {

    private final Desk desk;
    private final PanelPast past;
    private final HasComponents panel;
    private final Component usual;
    private final Consumer<Boolean> widen;
    private final Runnable onBack;
    private @Nullable EarlierVersions earlier;

    /**
     * @param usual what the panel shows of the task as it is
     * @param widen asked for room for two columns, or for that no more
     * @param onBack told that the task is shown as it is again
     */
    PanelVersions(
            Desk desk, PanelPast past, HasComponents panel, Component usual, Consumer<Boolean> widen, Runnable onBack) {
        this.desk = desk;
        this.past = past;
        this.panel = panel;
        this.usual = usual;
        this.widen = widen;
        this.onBack = onBack;
    }

    void lookAt(TaskId task, long version) {
        var versions = new EarlierVersions(
                desk.reader(), Optional.of(desk.me()), desk.past(), task, past::place, past.mayEdit(), this);
        if (!versions.show(version)) {
            Notice.refused(desk.say("earlier.none"));
            return;
        }
        if (earlier != null) {
            panel.remove(earlier);
        }
        earlier = versions;
        usual.setVisible(false);
        panel.add(versions);
        widen.accept(true);
        versions.takeFocus();
    }

    /** Answers whether there was anything to leave. */
    boolean leave() {
        if (earlier == null) {
            return false;
        }
        panel.remove(earlier);
        earlier = null;
        usual.setVisible(true);
        widen.accept(false);
        onBack.run();
        return true;
    }

    @Override
    public void restore(TaskVersion version) {
        var task = version.task();
        desk.done(desk.actions().restore(task.taskId(), task.version()), "brought-back", task.title());
        leave();
    }

    @Override
    public Optional<String> name(TaskVersion version, @Nullable String name) {
        var task = version.task();
        var written = desk.actions().write(() -> new NameVersion(task.taskId(), task.version(), name));
        if (written.refused().isEmpty()) {
            desk.done(written, name == null ? "unnamed" : "named", task.title());
        }
        return written.refused().map(desk::sentence);
    }

    /** Takes up what happened to the task meanwhile. */
    void refresh() {
        if (earlier != null) {
            earlier.refresh();
        }
    }

    @Override
    public void backToNow() {
        leave();
    }
}
