package io.taskledger.ui.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import io.taskledger.ui.history.WhoDidThat;
import org.jspecify.annotations.Nullable;

/** A task as it is, each field to be changed in its place. */
class TaskFields extends Div {

    private final Desk desk;
    private final WhoDidThat who;
    private final Runnable onChange;
    private final TextArea title = new TextArea();
    private final Select<Priority> priority = new Select<>();
    private final DatePicker dueDate;
    private final TimePicker dueTime = new TimePicker();
    private final TagsField tags;
    private final DescriptionField description;
    private final Map<Component, EditedField<?>> edited = new LinkedHashMap<>();
    private final EditedField<String> described;
    private @Nullable TaskDetails task;
    private @Nullable Component focused;

    /** @param onChange called after each change that was saved */
    TaskFields(Desk desk, WhoDidThat who, Runnable onChange) {
        this.desk = desk;
        this.who = who;
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
        tags = new TagsField(desk, this::tag);
        description = new DescriptionField(
                desk, who.clock("description"), text -> described().save(text.isBlank() ? null : text));
        described = new EditedField<>(
                desk,
                "description",
                description,
                TaskDetails::description,
                TaskEdit::description,
                new Edited(description));
        description.add(described.conflict());
        var row = new Div(
                saved(dueDate, "due_date", TaskDetails::dueDate, TaskEdit::dueDate),
                saved(dueTime, "due_time", TaskDetails::dueTime, TaskEdit::dueTime),
                saved(priority, "priority", TaskDetails::priority, TaskEdit::priority));
        row.addClassName("field-row");
        add(saved(title, "title", TaskDetails::title, TaskEdit::title), row, who.beside(tags, "tags"), description);
    }

    /** What is being edited, or was refused or overtaken and waits to be settled, is not overwritten. */
    void show(TaskDetails now) {
        task = now;
        put(title, now.title());
        put(priority, now.priority());
        put(dueDate, now.dueDate());
        put(dueTime, now.dueTime());
        dueTime.setEnabled(now.dueDate() != null);
        tags.show(now.tags());
        readOnly(!now.level().includes(TaskLevel.EDIT));
        if (!description.isOpen() && !described.unsettled()) {
            described.saw(now);
        }
        describe(now);
    }

    private void describe(TaskDetails now) {
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

    private EditedField<String> described() {
        return described;
    }

    private <V, F extends Component & HasValue<?, V> & HasValidation & Focusable<?>> Div saved(
            F field,
            String name,
            Function<TaskDetails, @Nullable V> reading,
            BiFunction<TaskEdit, @Nullable V, TaskEdit> writing) {
        var edit = new EditedField<>(desk, name, field, reading, writing, new Edited(field));
        edited.put(field, edit);
        field.getElement().setAttribute("data-testid", "field-" + name.replace('_', '-'));
        field.addFocusListener(_ -> focused = field);
        field.addBlurListener(_ -> focused = field.equals(focused) ? null : focused);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                edit.save(change.getValue());
            }
        });
        var box = who.beside(field, name);
        box.add(edit.conflict());
        return box;
    }

    /** One tag more or less: what others did to the tags is in it already. */
    private void tag(List<String> names) {
        if (task != null) {
            var written = desk.actions().edit(task.taskId(), edit -> edit.tags(names));
            tags.setInvalid(written.refused().isPresent());
            written.refused().ifPresent(rejection -> tags.setErrorMessage(desk.sentence(rejection)));
            told(written);
        }
    }

    private void told(TaskActions.Written written) {
        if (written.refused().isEmpty()) {
            onChange.run();
            desk.takeBack().offer(written.action(), "edited", title.getValue());
        }
    }

    private <V, F extends Component & HasValue<?, V> & HasValidation> void put(F field, @Nullable V value) {
        var edit = edited.get(field);
        if (task == null || edit == null || field.equals(focused) || field.isInvalid() || edit.unsettled()) {
            return;
        }
        edit.saw(task);
        field.setValue(value == null ? field.getEmptyValue() : value);
    }

    private final class Edited implements EditedField.Saved {

        private final Component field;

        Edited(Component field) {
            this.field = field;
        }

        @Override
        public @Nullable TaskId task() {
            return task == null ? null : task.taskId();
        }

        @Override
        public void written(TaskActions.Written written) {
            told(written);
        }

        @Override
        public void giveWay(TaskDetails now) {
            focused = field.equals(focused) ? null : focused;
            show(now);
        }
    }
}
