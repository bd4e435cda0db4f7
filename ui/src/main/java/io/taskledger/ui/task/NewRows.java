package io.taskledger.ui.task;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.parts.Push;

/** Tasks that came into being while one reads further down a list: they wait behind their number, and nothing moves. */
class NewRows extends Div {

    /** More than it takes to hold a row still while some come above it. */
    private static final int PIXELS_FROM_THE_TOP = 240;

    private static final String TELL_WHEN_READING_ON = """
            const pane = this.closest('.list-pane');
            let away = false;
            pane.addEventListener('scroll', () => {
              if (pane.scrollTop > $0 === away) return;
              away = !away;
              this.dispatchEvent(new CustomEvent('reading-on', {detail: {away}}));
            }, {passive: true});
            """;

    private final Desk desk;
    private final Push pill;
    private final Set<TaskId> waiting = new LinkedHashSet<>();
    private Instant read;
    private boolean away;

    /** @param onShow told of those that are to be shown now */
    NewRows(Desk desk, Consumer<Set<TaskId>> onShow) {
        this.desk = desk;
        this.read = desk.reader().clock().instant();
        addClassName("new-rows");
        getElement().setAttribute("role", "status");
        pill = Push.labelled("", "list-news", _ -> {
            var shown = Set.copyOf(waiting);
            forgetAll();
            getElement().executeJs("this.closest('.list-pane').scrollTop = 0");
            onShow.accept(shown);
        });
        add(pill);
        getElement()
                .addEventListener(
                        "reading-on",
                        told -> readsOn(
                                told.getEventData().get("event.detail.away").asBoolean()))
                .addEventData("event.detail.away");
        tell();
    }

    /** The list is read from its beginning. */
    void begin() {
        read = desk.reader().clock().instant();
        forgetAll();
    }

    /** @return whether it waits; what is older than the list was there before, and returns to its place */
    boolean holdsBack(TaskDetails task) {
        if (!away || task.createdAt().isBefore(read)) {
            return false;
        }
        waiting.add(task.taskId());
        tell();
        return true;
    }

    /** It is gone, or no longer belongs here. */
    void forget(TaskId task) {
        if (waiting.remove(task)) {
            tell();
        }
    }

    /** @param now whether one has scrolled away from the beginning */
    void readsOn(boolean now) {
        away = now;
    }

    private void forgetAll() {
        waiting.clear();
        tell();
    }

    private void tell() {
        pill.setVisible(!waiting.isEmpty());
        pill.setText(desk.say("list.news", waiting.size()));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement().executeJs(TELL_WHEN_READING_ON, PIXELS_FROM_THE_TOP);
    }
}
