package io.taskledger.ui.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.history.TaskBlame.FieldBlame;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.ui.history.HistoryWords;
import io.taskledger.ui.history.WhoDidThat;
import org.jspecify.annotations.Nullable;

/** What the panel of a task knows of who set its fields, and how a value from before is put back. */
class PanelPast implements WhoDidThat.Field {

    private final Desk desk;
    private final Runnable onChange;
    private final HistoryWords words;
    private @Nullable TaskDetails shown;

    /** @param onChange called after something was put back */
    PanelPast(Desk desk, Runnable onChange) {
        this.desk = desk;
        this.onChange = onChange;
        words = new HistoryWords(desk.reader(), Optional.of(desk.me()));
    }

    void show(TaskDetails now) {
        shown = now;
    }

    HistoryWords words() {
        return words;
    }

    @Override
    public Optional<FieldBlame> setBy(String field) {
        return Optional.ofNullable(shown).flatMap(task -> desk.past().setBy(task.taskId(), field));
    }

    @Override
    public String told(String field, @Nullable Object value) {
        return field.equals("list_id") && value instanceof String id
                ? ListId.parse(id).map(this::list).orElseGet(() -> desk.say("field.list.others"))
                : words.value(value);
    }

    @Override
    public boolean mayEdit() {
        return shown != null && shown.level().includes(TaskLevel.EDIT);
    }

    @Override
    public void putBack(FieldBlame blame) {
        var task = shown;
        if (task == null) {
            return;
        }
        if (blame.field().equals("list_id")) {
            Optional.ofNullable(blame.by().actionId()).flatMap(ActionId::parse).ifPresent(desk.takeBack()::revert);
        } else {
            desk.done(desk.actions().write(command(task, blame)), "edited", task.title());
        }
        onChange.run();
    }

    /** Where a task stood. */
    String place(TaskHome home) {
        return list(home.listId());
    }

    private String list(ListId list) {
        var names = desk.names();
        return desk.workspaces().with(list).stream()
                .flatMap(workspace -> workspace.lists().stream()
                        .filter(one -> one.listId().equals(list))
                        .map(one -> desk.say("field.list.of", names.of(workspace), names.of(one))))
                .findFirst()
                .orElseGet(() -> desk.say("field.list.others"));
    }

    private static Supplier<TaskCommand> command(TaskDetails task, FieldBlame blame) {
        var id = task.taskId();
        var value = blame.before();
        return switch (blame.field()) {
            case "completed" ->
                () -> Boolean.TRUE.equals(value) ? new TaskCommand.CompleteTask(id) : new TaskCommand.ReopenTask(id);
            case "assignee" -> () -> new TaskCommand.AssignTask(id, (String) value);
            default -> () -> new TaskCommand.EditTask(id, edit(blame.field(), value));
        };
    }

    private static TaskEdit edit(String field, @Nullable Object value) {
        var edit = TaskEdit.nothing();
        return switch (field) {
            case "title" -> edit.title(String.valueOf(value));
            case "description" -> edit.description((String) value);
            case "priority" -> edit.priority(value instanceof Priority priority ? priority : Priority.MEDIUM);
            case "due_date" -> edit.dueDate((LocalDate) value);
            case "due_time" -> edit.dueTime((LocalTime) value);
            default ->
                edit.tags(
                        value instanceof List<?> tags
                                ? tags.stream().map(String::valueOf).toList()
                                : List.of());
        };
    }
}
