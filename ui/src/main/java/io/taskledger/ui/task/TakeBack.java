package io.taskledger.ui.task;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.vaadin.flow.component.notification.Notification;
import io.taskledger.messages.ActionId;
import io.taskledger.messages.history.TaskPlan.LeftOut;
import io.taskledger.messages.history.UndoPlan;
import io.taskledger.messages.history.UndoPlan.Sense;
import io.taskledger.messages.history.Undoing;
import io.taskledger.messages.history.WhyNot;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.history.PlanDialog;
import io.taskledger.ui.parts.Notice;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.words.RejectionWords;
import org.jspecify.annotations.Nullable;

/** Offers to take back what was just done, and goes back and forth through what one did before. */
public final class TakeBack {

    private final TaskActions actions;
    private final Reader reader;
    private final Consumer<Set<TaskId>> onChange;
    private @Nullable Notification offered;

    /** @param onChange told of the tasks that something was taken back of */
    TakeBack(TaskActions actions, Reader reader, Consumer<Set<TaskId>> onChange) {
        this.actions = actions;
        this.reader = reader;
        this.onChange = onChange;
    }

    /** @param what that was done, of the words' keys */
    public void offer(ActionId action, String what, String title) {
        show(reader.say("undo.did." + what, title), "undo.button", () -> carryOut(action, Sense.UNDO, false));
    }

    /**
     * Takes back an action that one has before one's eyes, whosever it was; one of many tasks only once the person has seen
     * what that does, and what is left out.
     */
    public void revert(ActionId action) {
        var undo = actions.plan(action, Sense.UNDO);
        // What took something back is reverted by doing that again.
        var again = undo.filter(plan -> !plan.action().equals(action) && nothingToDo(plan))
                .flatMap(_ -> actions.plan(action, Sense.REDO));
        again.or(() -> undo).ifPresentOrElse(this::preview, () -> Notice.refused(reader.say("undo.left.not_there")));
    }

    private void preview(UndoPlan plan) {
        Runnable carryOut = () -> carryOut(plan.action(), plan.sense(), false);
        if (plan.total() == 1 && (!plan.leavesOut() || plan.commands().isEmpty())) {
            carryOut.run();
        } else {
            PlanDialog.open(reader, plan, carryOut);
        }
    }

    private static boolean nothingToDo(UndoPlan plan) {
        return plan.commands().isEmpty() && !plan.leavesOut();
    }

    /** Tells of many tasks that something was done to. */
    public void offer(ActionId action, String sentence) {
        show(sentence, "undo.button", () -> carryOut(action, Sense.UNDO, false));
    }

    /** What one did last that is not taken back yet. */
    void undoLast() {
        actions.own()
                .undo()
                .ifPresentOrElse(
                        action -> carryOut(action, Sense.UNDO, false), () -> Notice.told(reader.say("undo.nothing")));
    }

    /** What one took back last, unless one did something else since. */
    void redoLast() {
        actions.own()
                .redo()
                .ifPresentOrElse(
                        action -> carryOut(action, Sense.REDO, false),
                        () -> Notice.told(reader.say("undo.nothing-again")));
    }

    /** Whatever one did, however long ago. */
    public void undo(ActionId action) {
        carryOut(action, Sense.UNDO, false);
    }

    public void redo(ActionId action) {
        carryOut(action, Sense.REDO, false);
    }

    private void carryOut(ActionId action, Sense sense, boolean force) {
        actions.takeBack(action, sense, force)
                .ifPresentOrElse(
                        outcome -> tell(action, sense, outcome),
                        () -> Notice.refused(reader.say("undo.left.not_there")));
    }

    private void tell(ActionId action, Sense sense, Undoing.Outcome outcome) {
        onChange.accept(
                outcome.tasks().stream().map(task -> task.plan().taskId()).collect(Collectors.toSet()));
        if (outcome.refused()) {
            refuse(action, sense, outcome);
        } else if (sense == Sense.UNDO) {
            show(
                    reader.say("undo.undone", outcome.done(), left(outcome)),
                    "undo.again",
                    () -> carryOut(action, Sense.REDO, false));
        } else {
            show(
                    reader.say("undo.done-again", outcome.done(), left(outcome)),
                    "undo.button",
                    () -> carryOut(action, Sense.UNDO, false));
        }
    }

    private void refuse(ActionId action, Sense sense, Undoing.Outcome outcome) {
        var first = outcome.tasks().getFirst();
        if (first.rejection() != null) {
            Notice.refused(new RejectionWords(reader.words()).sentence(first.rejection()));
            return;
        }
        var left = first.plan().leftOut().getFirst();
        if (left.why() == WhyNot.CHANGED_SINCE) {
            show(sentence(left), "undo.force", () -> carryOut(action, sense, true));
        } else {
            Notice.refused(sentence(left));
        }
    }

    private String sentence(LeftOut left) {
        var who = left.later() == null ? null : left.later().actorName();
        return reader.say("undo.left." + left.why().text(), who == null ? reader.say("history.somebody") : who);
    }

    private static long left(Undoing.Outcome outcome) {
        return outcome.tasks().stream()
                .filter(task ->
                        task.rejection() != null || !task.plan().leftOut().isEmpty())
                .count();
    }

    /** One at a time: each is about what was done last. */
    private void show(String sentence, String button, Runnable action) {
        if (offered != null) {
            offered.close();
        }
        offered = Notice.offering(sentence, reader.say(button), action);
    }
}
