package io.taskledger.ui.task;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.task.TaskCommand.MoveTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.messages.task.TaskQuery.FindPlace;
import io.taskledger.messages.task.TaskRejection;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.messages.workspace.ListDetails;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.words.LostRace;

/** Where a task shall stand: another list, another workspace, first or last. */
public class MoveDialog extends Dialog {

    private final Desk desk;
    private final Select<WorkspaceSummary> workspace = new Select<>();
    private final Select<ListDetails> list = new Select<>();
    private final Select<Boolean> end = new Select<>();
    private final Paragraph refusal = new Paragraph();

    /**
     * @param workspaces that there are to choose from; at least one
     * @param move answers why it was refused
     */
    MoveDialog(
            Desk desk,
            String header,
            List<WorkspaceSummary> workspaces,
            Function<Destination, Optional<Rejection>> move) {
        this.desk = desk;
        setHeaderTitle(header);
        setWidth("24rem");
        getElement().setAttribute("data-testid", "move-dialog");
        workspace.setLabel(desk.say("move.workspace"));
        workspace.setItems(workspaces);
        workspace.setItemLabelGenerator(desk.names()::of);
        workspace.getElement().setAttribute("data-testid", "move-workspace");
        list.setLabel(desk.say("move.list"));
        list.setItemLabelGenerator(desk.names()::of);
        list.getElement().setAttribute("data-testid", "move-list");
        end.setLabel(desk.say("move.place"));
        end.setItems(Boolean.FALSE, Boolean.TRUE);
        end.setItemLabelGenerator(last -> desk.say(last ? "move.last" : "move.first"));
        end.setValue(Boolean.TRUE);
        end.getElement().setAttribute("data-testid", "move-place");
        workspace.addValueChangeListener(change -> {
            list.setItems(change.getValue().lists());
            list.setValue(change.getValue().lists().getFirst());
        });
        workspace.setValue(workspaces.getFirst());
        refusal.addClassName("field-refusal");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        var fields = new Div(workspace, list, end, refusal);
        fields.addClassName("dialog-fields");
        add(fields);
        getFooter()
                .add(
                        Push.labelled(desk.say("asking.cancel"), "move-cancel", _ -> close()),
                        Push.labelled(desk.say("move.confirm"), "move-confirm", _ -> confirm(move))
                                .styled("button-primary"));
    }

    /** For one task. */
    public static void open(Desk desk, TaskDetails task, Runnable onMoved) {
        var choices = desk.workspaces().all().stream()
                .filter(one -> one.role().includes(WorkspaceRole.EDITOR))
                .filter(one -> task.level().includes(TaskLevel.ALL)
                        || one.workspaceId().equals(task.home().workspaceId()))
                .toList();
        if (choices.isEmpty()) {
            desk.tell(new TaskRejection.NotPermitted(task.taskId()));
            return;
        }
        var dialog = new MoveDialog(desk, desk.say("move.header", task.title()), choices, where -> {
            var refused = where.move(desk, task.taskId());
            if (refused.isEmpty()) {
                onMoved.run();
            }
            return refused;
        });
        dialog.choose(task.home());
        dialog.open();
    }

    /** Begins where something stands now. */
    final void choose(TaskHome home) {
        workspace
                .getListDataView()
                .getItems()
                .filter(one -> one.workspaceId().equals(home.workspaceId()))
                .findFirst()
                .ifPresent(here -> {
                    workspace.setValue(here);
                    here.lists().stream()
                            .filter(one -> one.listId().equals(home.listId()))
                            .findFirst()
                            .ifPresent(list::setValue);
                });
    }

    private void confirm(Function<Destination, Optional<Rejection>> move) {
        var refused = move.apply(new Destination(
                workspace.getValue().workspaceId(), list.getValue().listId(), end.getValue()));
        refused.ifPresentOrElse(
                rejection -> {
                    refusal.setText(desk.sentence(rejection));
                    refusal.setVisible(true);
                },
                this::close);
    }

    /** @param last at the end of the list, not at its beginning */
    record Destination(WorkspaceId workspaceId, ListId listId, boolean last) {

        Optional<Rejection> move(Desk desk, TaskId task) {
            return home(desk, task)
                    .map(home -> desk.actions().send(() -> new MoveTask(task, home)))
                    .orElseGet(() -> Optional.of(new LostRace()));
        }

        /** Empty where nothing fits there any more. */
        Optional<TaskHome> home(Desk desk, TaskId task) {
            var above = last ? Optional.<TaskId>empty() : firstOther(desk, task);
            return desk.questions()
                    .place(new FindPlace(workspaceId, listId, task, above.orElse(null), above.isPresent()));
        }

        private Optional<TaskId> firstOther(Desk desk, TaskId task) {
            var filter = TaskFilter.everything().workspace(workspaceId).list(listId);
            return desk.questions().scroll(filter, TaskSort.by(TaskSort.Field.PLACE), "", 2).items().stream()
                    .map(TaskDetails::taskId)
                    .filter(other -> !other.equals(task))
                    .findFirst();
        }
    }
}
