package io.taskledger.ui.task;

import java.util.function.BiFunction;
import java.util.function.Function;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import org.jspecify.annotations.Nullable;

/** A task as it is, each field to be changed in its place. */
class TaskFields extends Div {

    private final Desk desk;
    private final Runnable onChange;
    private final TextArea title = new TextArea();
    private final Select<Priority> priority = new Select<>();
    private final DatePicker dueDate;
    private final TimePicker dueTime = new TimePicker();
    private final TagsField tags;
    private final DescriptionField description;
    private @Nullable TaskId task;
    private @Nullable Component focused;

    /** @param onChange called after each change that was saved */
    TaskFields(Desk desk, Runnable onChange) {
        this.desk = desk;
        this.onChange = onChange;
        addClassName("fields");
        title.addClassName("title-field");
        title.setAriaLabel(desk.say("field.title"));
        title.setMinRows(1);
        title.getElement()
                .executeJs(
                        "this.addEventListener('keydown', event => {"
                                + " if (event.key === 'Enter' && !event.isComposing) { event.preventDefault(); event.target.blur(); } })");
        dueDate = LocalDatePicker.of(desk);
        dueDate.setLabel(desk.say("field.due-date"));
        dueDate.setClearButtonVisible(true);
        dueTime.setLabel(desk.say("field.due-time"));
        dueTime.setLocale(desk.reader().words().locale());
        dueTime.setClearButtonVisible(true);
        priority.setLabel(desk.say("field.priority"));
        priority.setItems(Priority.HIGH, Priority.MEDIUM, Priority.LOW);
        priority.setItemLabelGenerator(one -> desk.say("priority." + one.text() + ".short"));
        tags = new TagsField(desk, names -> save(tags(), edit -> edit.tags(names)));
        description = new DescriptionField(
                desk, text -> save(description(), edit -> edit.description(text.isBlank() ? null : text)));
        saved(title, "title", TaskEdit::title);
        saved(priority, "priority", TaskEdit::priority);
        saved(dueDate, "due-date", TaskEdit::dueDate);
        saved(dueTime, "due-time", TaskEdit::dueTime);
        var row = new Div(dueDate, dueTime, priority);
        row.addClassName("field-row");
        add(title, row, tags, description);
    }

    /** What is being edited, or was refused and waits to be mended, is not overwritten. */
    void show(TaskDetails now) {
        task = now.taskId();
        put(title, now.title());
        put(priority, now.priority());
        put(dueDate, now.dueDate());
        put(dueTime, now.dueTime());
        dueTime.setEnabled(now.dueDate() != null);
        tags.show(now.tags());
        readOnly(!now.level().includes(TaskLevel.EDIT));
        var text = now.description();
        description.show(text == null ? "" : text);
    }

    private void readOnly(boolean fixed) {
        title.setReadOnly(fixed);
        priority.setReadOnly(fixed);
        dueDate.setReadOnly(fixed);
        dueTime.setReadOnly(fixed);
        tags.setReadOnly(fixed);
        description.setReadOnly(fixed);
    }

    private TagsField tags() {
        return tags;
    }

    private DescriptionField description() {
        return description;
    }

    private <V, F extends Component & HasValue<?, V> & HasValidation & Focusable<?>> void saved(
            F field, String name, BiFunction<TaskEdit, V, TaskEdit> edit) {
        field.getElement().setAttribute("data-testid", "field-" + name);
        field.addFocusListener(_ -> focused = field);
        field.addBlurListener(_ -> focused = field.equals(focused) ? null : focused);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                save(field, before -> edit.apply(before, change.getValue()));
            }
        });
    }

    private void save(HasValidation field, Function<TaskEdit, TaskEdit> edit) {
        if (task == null) {
            return;
        }
        var written = desk.actions().edit(task, edit::apply);
        field.setInvalid(written.refused().isPresent());
        written.refused().ifPresentOrElse(rejection -> field.setErrorMessage(desk.sentence(rejection)), () -> {
            onChange.run();
            desk.takeBack().offer(written.action(), "edited", title.getValue());
        });
    }

    private <V, F extends Component & HasValue<?, V> & HasValidation> void put(F field, @Nullable V value) {
        if (field.equals(focused) || field.isInvalid()) {
            return;
        }
        field.setValue(value == null ? field.getEmptyValue() : value);
    }
}
