package io.taskledger.ui.task;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskRejection.VersionMismatch;
import org.jspecify.annotations.Nullable;

/**
 * How what was typed into a field gets into the task: what somebody else put there meanwhile is never written over unseen,
 * the person chooses.
 *
 * @param <V> the field's type
 */
class EditedField<V> {

    private static final int TRIES = 3;

    private final Desk desk;
    private final String name;
    private final HasValidation field;
    private final Function<TaskDetails, @Nullable V> reading;
    private final BiFunction<TaskEdit, @Nullable V, TaskEdit> writing;
    private final Div conflict = new Div();
    private final Saved saved;
    private @Nullable V seen;
    private boolean unsettled;

    /** What becomes of the field. */
    interface Saved {
        /** Whose; null before anything is shown. */
        @Nullable
        TaskId task();

        void written(TaskActions.Written written);

        /** The field is to show what the task has. */
        void giveWay(TaskDetails now);
    }

    /** @param name as the history calls it */
    EditedField(
            Desk desk,
            String name,
            HasValidation field,
            Function<TaskDetails, @Nullable V> reading,
            BiFunction<TaskEdit, @Nullable V, TaskEdit> writing,
            Saved saved) {
        this.desk = desk;
        this.name = name;
        this.field = field;
        this.reading = reading;
        this.writing = writing;
        this.saved = saved;
        conflict.addClassName("conflict");
        conflict.setVisible(false);
        conflict.getElement().setAttribute("role", "alert").setAttribute("data-testid", "conflict");
    }

    /** Where both values are shown. */
    Div conflict() {
        return conflict;
    }

    /** Whether a choice is waited for. */
    boolean unsettled() {
        return unsettled;
    }

    /** What the person has before their eyes before they change it. */
    void saw(TaskDetails now) {
        seen = reading.apply(now);
    }

    void save(@Nullable V mine) {
        var task = saved.task();
        if (task == null) {
            return;
        }
        for (int tries = 1; ; tries++) {
            var now = desk.questions().find(task);
            if (now.filter(one -> overtaken(one, mine)).isPresent()) {
                ask(mine, now.get());
                return;
            }
            UnaryOperator<TaskEdit> edit = before -> writing.apply(before, mine);
            var written = now.map(one -> desk.actions().edit(task, one.version(), edit))
                    .orElseGet(() -> desk.actions().edit(task, edit));
            if (tries == TRIES
                    || written.refused()
                            .filter(VersionMismatch.class::isInstance)
                            .isEmpty()) {
                settle(mine, written);
                return;
            }
        }
    }

    private void settle(@Nullable V mine, TaskActions.Written written) {
        Optional<Rejection> refused = written.refused();
        field.setInvalid(refused.isPresent());
        refused.ifPresentOrElse(rejection -> field.setErrorMessage(desk.sentence(rejection)), () -> seen = mine);
        saved.written(written);
    }

    private boolean overtaken(TaskDetails now, @Nullable V mine) {
        var theirs = reading.apply(now);
        return !Objects.equals(theirs, seen) && !Objects.equals(theirs, mine);
    }

    private void ask(@Nullable V mine, TaskDetails now) {
        unsettled = true;
        var theirs = reading.apply(now);
        Conflict.show(
                conflict,
                desk,
                now.taskId(),
                name,
                mine,
                theirs,
                () -> {
                    end();
                    seen = theirs;
                    save(mine);
                },
                () -> {
                    end();
                    field.setInvalid(false);
                    seen = theirs;
                    saved.giveWay(now);
                });
    }

    private void end() {
        unsettled = false;
        conflict.removeAll();
        conflict.setVisible(false);
    }
}
