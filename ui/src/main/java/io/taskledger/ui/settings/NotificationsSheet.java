package io.taskledger.ui.settings;

import java.time.LocalTime;
import java.util.Map;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.taskledger.messages.account.MailKind;
import io.taskledger.messages.account.OwnPreferences;
import io.taskledger.messages.account.PreferencesEdit;
import io.taskledger.messages.account.ProfileCommand.ChangePreferences;
import io.taskledger.messages.account.QuietHours;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Refusals;
import org.jspecify.annotations.Nullable;

/** Of what one is told by mail, and when not. Each switch is saved at once. */
class NotificationsSheet extends Sheet {

    private static final QuietHours USUAL = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

    private final Refusals refusals;
    private final Div kinds = new Div();
    private final TimePicker from;
    private final TimePicker to;
    private final Div hours;

    NotificationsSheet(SettingsDesk desk) {
        super(desk, SettingsPart.NOTIFICATIONS);
        refusals = new Refusals(desk.reader(), "preferences-error");
        var own = desk.questions().preferences().orElseThrow();
        if (!own.emailVerified()) {
            add(unproved());
        }
        add(refusals);
        kinds.addClassName("switches");
        for (var kind : MailKind.values()) {
            kinds.add(of(kind, own));
        }
        kinds.setVisible(own.preferences().mail());
        card("notifications.mail", all(own), kinds);
        var quiet = own.preferences().quiet();
        from = time("notifications.from", "quiet-from", quiet == null ? USUAL.from() : quiet.from());
        to = time("notifications.to", "quiet-to", quiet == null ? USUAL.to() : quiet.to());
        hours = new Div(from, to);
        hours.addClassName("field-row");
        hours.setVisible(quiet != null);
        card("notifications.quiet", quiet("notifications.quiet.how"), quietly(quiet), hours, zone(own));
    }

    private Div unproved() {
        var link = new Anchor(SettingsPart.EMAIL.path(), desk.say("notifications.verify"));
        link.getElement().setAttribute("data-testid", "to-email");
        var note = new Div(
                new Icon("alert"),
                new Span(
                        new Span(desk.say("notifications.unverified", desk.own().email()) + " "), link));
        note.addClassName("reason");
        note.getElement().setAttribute("data-testid", "unverified");
        return note;
    }

    private Checkbox all(OwnPreferences own) {
        var box = box("notifications.any", "mail-any", own.preferences().mail());
        box.addValueChangeListener(change -> {
            kinds.setVisible(change.getValue());
            save(new PreferencesEdit(change.getValue(), Map.of(), null));
        });
        return box;
    }

    private Checkbox of(MailKind kind, OwnPreferences own) {
        var box = box(
                "mail." + kind.stored().replace('_', '-'),
                "mail-" + kind.stored(),
                own.preferences().kinds().contains(kind));
        box.addValueChangeListener(change -> save(new PreferencesEdit(null, Map.of(kind, change.getValue()), null)));
        return box;
    }

    private Checkbox quietly(@Nullable QuietHours quiet) {
        var box = box("notifications.quietly", "quiet", quiet != null);
        box.addValueChangeListener(change -> {
            hours.setVisible(change.getValue());
            saveQuiet(change.getValue() ? hours() : null);
        });
        return box;
    }

    private TimePicker time(String key, String testId, LocalTime value) {
        var picker = new TimePicker(desk.say(key), value);
        picker.setLocale(desk.reader().words().locale());
        picker.getElement().setAttribute("data-testid", testId);
        picker.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                saveQuiet(hours());
            } else if (change.isFromClient()) {
                picker.setValue(change.getOldValue());
            }
        });
        return picker;
    }

    private QuietHours hours() {
        return new QuietHours(from.getValue(), to.getValue());
    }

    private Paragraph zone(OwnPreferences own) {
        return own.zone() == null ? quiet("notifications.zone.none") : quiet("notifications.zone", own.zone());
    }

    private Checkbox box(String key, String testId, boolean value) {
        var box = new Checkbox(desk.say(key), value);
        box.getElement().setAttribute("data-testid", testId);
        return box;
    }

    private void saveQuiet(@Nullable QuietHours quiet) {
        save(new PreferencesEdit(null, Map.of(), null).quiet(quiet));
    }

    private void save(PreferencesEdit edit) {
        if (refusals.done(() -> desk.send(new ChangePreferences(desk.id(), edit)))) {
            desk.tellSaved();
        }
    }
}
