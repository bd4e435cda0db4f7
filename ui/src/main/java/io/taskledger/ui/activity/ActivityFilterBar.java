package io.taskledger.ui.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.task.Desk;
import io.taskledger.ui.task.LocalDatePicker;
import io.taskledger.ui.workspace.PersonField;

/** What the log is narrowed to. */
class ActivityFilterBar extends Div {

    private final Consumer<Narrowed> changed;
    private final Select<String> kind = new Select<>();
    private final Select<String> action = new Select<>();
    private final PersonField person;
    private final DatePicker from;
    private final DatePicker to;
    private final Push clear;
    private Narrowed shown = Narrowed.NOT;

    /** @param changed told what the person wants to see */
    ActivityFilterBar(Desk desk, Consumer<Narrowed> changed) {
        this.changed = changed;
        addClassName("activity-filters");
        getElement().setAttribute("role", "group").setAttribute("aria-label", desk.say("filter.label"));
        kind.setLabel(desk.say("activity.kind"));
        kind.setItems(choices(ActivityKinds.ALL.keySet()));
        kind.setItemLabelGenerator(one -> one.isEmpty() ? desk.say("activity.any") : desk.say("activity.kind." + one));
        kind.getElement().setAttribute("data-testid", "activity-kind");
        action.setLabel(desk.say("activity.action"));
        action.setItems(choices(ActivityKinds.ACTIONS));
        action.setItemLabelGenerator(
                one -> one.isEmpty() ? desk.say("activity.any") : desk.say("activity.action." + one));
        action.getElement().setAttribute("data-testid", "activity-action");
        person = new PersonField(desk.workspaces(), desk.say("activity.person"), "activity-person");
        person.setClearButtonVisible(true);
        from = LocalDatePicker.of(desk);
        from.setLabel(desk.say("activity.from"));
        from.setClearButtonVisible(true);
        from.getElement().setAttribute("data-testid", "activity-from");
        to = LocalDatePicker.of(desk);
        to.setLabel(desk.say("activity.to"));
        to.setClearButtonVisible(true);
        to.getElement().setAttribute("data-testid", "activity-to");
        clear = Push.labelled(desk.say("filter.clear"), "activity-clear", _ -> changed.accept(Narrowed.NOT))
                .styled("link");
        kind.addValueChangeListener(change -> ask(change.isFromClient()));
        action.addValueChangeListener(change -> ask(change.isFromClient()));
        person.addValueChangeListener(_ -> ask(!person.named().equals(shown.person())));
        from.addValueChangeListener(change -> ask(change.isFromClient()));
        to.addValueChangeListener(change -> ask(change.isFromClient()));
        add(kind, action, person, from, to, clear);
    }

    final void show(Narrowed now) {
        shown = now;
        kind.setValue(now.kind());
        action.setValue(now.action());
        person.setValue(now.person().isEmpty() ? null : now.person());
        from.setValue(now.from());
        to.setValue(now.to());
        clear.setVisible(!now.isNot());
    }

    private void ask(boolean byPerson) {
        if (byPerson) {
            changed.accept(
                    new Narrowed(kind.getValue(), action.getValue(), person.named(), from.getValue(), to.getValue()));
        }
    }

    private static List<String> choices(Collection<String> names) {
        var choices = new ArrayList<>(List.of(""));
        choices.addAll(names);
        return choices;
    }
}
