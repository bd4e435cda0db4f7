package io.taskledger.ui.task;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.taskledger.messages.task.TaskCommand.AssignTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.ui.history.WhoDidThat;
import io.taskledger.ui.parts.Push;
import org.jspecify.annotations.Nullable;

/** Whose turn a task is, and in which list it stands. */
class WhereFields extends Div {

    private final Desk desk;
    private final Runnable onChange;
    private final Select<String> assignee = new Select<>();
    private final Push where;
    private final Span place = new Span();
    private @Nullable TaskDetails shown;

    WhereFields(Desk desk, WhoDidThat who, Runnable onChange) {
        this.desk = desk;
        this.onChange = onChange;
        addClassName("field-row");
        assignee.setLabel(desk.say("field.assignee"));
        assignee.setEmptySelectionAllowed(true);
        assignee.setEmptySelectionCaption(desk.say("field.assignee.nobody"));
        assignee.getElement().setAttribute("data-testid", "field-assignee");
        assignee.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                assign(change.getValue());
            }
        });
        var label = new Span(desk.say("field.list"));
        label.addClassName("field-label");
        where = Push.labelled("list", "", "field-list", _ -> move());
        where.add(place);
        var list = new Div(label, where);
        list.addClassName("where");
        add(who.beside(assignee, "assignee"), who.beside(list, "list_id"));
    }

    void show(TaskDetails now) {
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        var name = now.assigneeName();
        assignee.setItems(TaskPeople.of(desk, now));
        assignee.setValue(name);
        assignee.setReadOnly(!now.level().includes(TaskLevel.EDIT));
        var workspace = desk.workspaces().among(now.home().workspaceId());
        place.setText(workspace.map(one -> place(one, now)).orElseGet(() -> desk.say("field.list.others")));
        where.setEnabled(now.level().includes(TaskLevel.PLACE) && workspace.isPresent());
        where.rename(desk.say("field.list.move", place.getText()));
    }

    private String place(WorkspaceSummary workspace, TaskDetails task) {
        var names = desk.names();
        var list = workspace.lists().stream()
                .filter(one -> one.listId().equals(task.home().listId()))
                .findFirst()
                .orElseGet(() -> workspace.lists().getFirst());
        return desk.say("field.list.of", names.of(workspace), names.of(list));
    }

    private void assign(@Nullable String name) {
        if (shown != null) {
            var task = shown.taskId();
            var refused = desk.actions().send(() -> new AssignTask(task, name));
            assignee.setInvalid(refused.isPresent());
            refused.ifPresentOrElse(rejection -> assignee.setErrorMessage(desk.sentence(rejection)), onChange);
        }
    }

    private void move() {
        if (shown != null) {
            MoveDialog.open(desk, shown, onChange);
        }
    }
}
