package io.taskledger.ui.task;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.ContextMenuPosition;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.task.EditTasks;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.SharingCommand.ShareTask;
import io.taskledger.messages.task.TagCommand.TagTask;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.MoveTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.ui.parts.Notice;
import io.taskledger.ui.parts.Push;
import org.jspecify.annotations.Nullable;

/** Which rows are selected, and what can be done with all of them: a bar at the bottom, for as long as there are any. */
class Selecting extends Div {

    private static final int NEXT_WEEK_DAYS = 7;

    private final Desk desk;
    private final TaskSections sections;
    private final Consumer<Set<TaskId>> onDone;
    private final Set<TaskId> picked = new LinkedHashSet<>();
    private final Span number = new Span();
    private @Nullable TaskId last;

    /** @param onDone told of the tasks that something was done to */
    Selecting(Desk desk, TaskSections sections, Consumer<Set<TaskId>> onDone) {
        this.desk = desk;
        this.sections = sections;
        this.onDone = onDone;
        addClassName("bulk-bar");
        getElement()
                .setAttribute("role", "toolbar")
                .setAttribute("aria-label", desk.say("bulk.label"))
                .setAttribute("data-testid", "bulk-bar");
        number.addClassName("bulk-number");
        number.getElement().setAttribute("role", "status").setAttribute("data-testid", "bulk-number");
        var clear = Push.icon("close", desk.say("bulk.clear"), "bulk-clear", _ -> clear());
        clear.getElement().setAttribute("data-shortcut", "Escape");
        var priority = action("flag", "bulk.priority", "bulk-priority", () -> {});
        var due = action("calendar", "bulk.due", "bulk-due", () -> {});
        hang(priority, menu -> {
            for (var one : Priority.values()) {
                menu.addItem(desk.say("priority." + one.text()), _ -> edit(edit -> edit.priority(one)));
            }
        });
        hang(due, menu -> {
            menu.addItem(desk.say("bulk.due.today"), _ -> due(0));
            menu.addItem(desk.say("bulk.due.tomorrow"), _ -> due(1));
            menu.addItem(desk.say("bulk.due.next-week"), _ -> due(NEXT_WEEK_DAYS));
            menu.addItem(desk.say("bulk.due.none"), _ -> edit(edit -> edit.dueDate(null)));
        });
        add(
                number,
                action("check", "bulk.complete", "bulk-complete", () -> plain(CompleteTask::new)),
                action("move", "bulk.move", "bulk-move", this::move),
                action("tag", "bulk.tag", "bulk-tag", this::tag),
                priority,
                due,
                action("people", "bulk.share", "bulk-share", this::share),
                action("trash", "bulk.delete", "bulk-delete", () -> plain(DeleteTask::new)),
                clear);
        show();
    }

    /** @param range together with all between this row and the one before */
    void pick(TaskId task, boolean range) {
        var order = sections.order().tasks();
        var from = last == null ? -1 : order.indexOf(last);
        var to = order.indexOf(task);
        if (range && from >= 0 && to >= 0) {
            picked.addAll(order.subList(Math.min(from, to), Math.max(from, to) + 1));
        } else if (!picked.remove(task)) {
            picked.add(task);
        }
        last = task;
        show();
    }

    void all() {
        sections.order().tasks().stream().limit(EditTasks.LIMIT).forEach(picked::add);
        show();
    }

    final void clear() {
        picked.clear();
        last = null;
        show();
    }

    /** Those whose rows are gone cannot be meant. */
    final void show() {
        picked.retainAll(sections.order().tasks());
        setVisible(!picked.isEmpty());
        number.setText(desk.say("bulk.number", picked.size()));
        sections.picked(picked);
    }

    private Push action(String icon, String key, String testId, Runnable action) {
        var button = Push.labelled(icon, desk.say(key), testId, _ -> action.run());
        button.rename(desk.say(key));
        return button;
    }

    private static void hang(Push button, Consumer<ContextMenu> items) {
        var menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.setPosition(ContextMenuPosition.TOP_START);
        button.getElement().setAttribute("aria-haspopup", "menu");
        items.accept(menu);
    }

    private void due(int days) {
        var date = desk.reader().today().plusDays(days);
        edit(edit -> edit.dueDate(date));
    }

    private void edit(UnaryOperator<TaskEdit> edit) {
        plain(task -> new EditTask(task, edit.apply(TaskEdit.nothing())));
    }

    private void plain(Function<TaskId, TaskCommand> command) {
        run(task -> Optional.of(command.apply(task)));
    }

    private void move() {
        var places = desk.workspaces().all().stream()
                .filter(one -> one.role().includes(WorkspaceRole.EDITOR))
                .toList();
        new MoveDialog(desk, desk.say("bulk.move.header", picked.size()), places, where -> {
                    run(task -> where.home(desk, task).map(home -> new MoveTask(task, home)));
                    return Optional.empty();
                })
                .open();
    }

    private void tag() {
        BulkDialogs.tag(desk, picked.size(), name -> {
            try {
                var probe = new TagTask(picked.iterator().next(), List.of(name));
                run(task -> Optional.of(new TagTask(task, probe.tags())));
                return Optional.empty();
            } catch (CommandRejected rejected) {
                return Optional.of(rejected.rejection());
            }
        });
    }

    private void share() {
        BulkDialogs.share(
                desk, picked.size(), (name, permission) -> plain(task -> new ShareTask(task, name, permission)));
    }

    private void run(Function<TaskId, Optional<TaskCommand>> command) {
        var tasks = Set.copyOf(picked);
        var outcome = desk.bulk().each(List.copyOf(picked), command);
        clear();
        var told = outcome.refusals().isEmpty()
                ? desk.say("bulk.done", outcome.done())
                : desk.say(
                        "bulk.refused",
                        outcome.done(),
                        outcome.refusals().size(),
                        desk.sentence(outcome.refusals().getFirst()));
        if (outcome.done() == 0) {
            Notice.refused(told);
        } else {
            desk.takeBack().offer(outcome.action(), told);
        }
        onDone.accept(tasks);
    }
}
