package io.taskledger.ui.settings;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import io.taskledger.messages.account.AccountDetails;
import io.taskledger.messages.account.AccountRules;
import io.taskledger.messages.account.ProfileCommand.EditProfile;
import io.taskledger.ui.parts.Refusals;
import io.taskledger.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** Who one is to others, and in which language and at which hour one reads. Each field is saved when it is left. */
class ProfileSheet extends Sheet {

    /** The empty choice: what the browser says. */
    private static final String BROWSER = "";

    private final Refusals refusals;

    ProfileSheet(SettingsDesk desk, Pictures pictures) {
        super(desk, SettingsPart.PROFILE);
        refusals = new Refusals(desk.reader(), "profile-error");
        var own = desk.own();
        card("profile.who", new PictureField(desk, pictures), refusals, name(own), username(own));
        card("profile.reading", language(own), zone(own));
    }

    private TextField name(AccountDetails own) {
        var field = new TextField(desk.say("profile.name"));
        field.setHelperText(desk.say("profile.name.hint", own.username()));
        field.setMaxLength(AccountRules.DISPLAY_NAME_LIMIT);
        field.setAutocomplete(Autocomplete.NAME);
        field.setValue(own.displayName() == null ? "" : own.displayName());
        field.getElement().setAttribute("data-testid", "profile-name");
        refusals.beside("display_name", field);
        field.addValueChangeListener(change -> {
            var name = change.getValue().strip();
            if (change.isFromClient()) {
                save(EditProfile.nothing(desk.id()).displayName(name.isEmpty() ? null : name));
            }
        });
        return field;
    }

    private TextField username(AccountDetails own) {
        var field = new TextField(desk.say("register.username"));
        field.setReadOnly(true);
        field.setValue(own.username());
        field.getElement().setAttribute("data-testid", "profile-username");
        return field;
    }

    private Select<String> language(AccountDetails own) {
        var choice = new Select<String>();
        choice.setLabel(desk.say("profile.language"));
        choice.setItems(
                Stream.concat(Stream.of(BROWSER), Words.LANGUAGES.stream().map(Locale::getLanguage))
                        .toList());
        choice.setItemLabelGenerator(this::nameOfLanguage);
        choice.setValue(own.language() == null ? BROWSER : own.language());
        choice.getElement().setAttribute("data-testid", "profile-language");
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                reread(EditProfile.nothing(desk.id()).language(orNothing(change.getValue())));
            }
        });
        return choice;
    }

    /** Each language in itself, so that whoever is lost in another finds theirs. */
    private String nameOfLanguage(String language) {
        if (language.equals(BROWSER)) {
            return desk.say("profile.like-the-browser");
        }
        var locale = Locale.forLanguageTag(language);
        return locale.getDisplayLanguage(locale);
    }

    private ComboBox<String> zone(AccountDetails own) {
        var choice = new ComboBox<String>(desk.say("profile.zone"));
        choice.setItems(zones());
        choice.setPlaceholder(desk.say("profile.like-the-browser"));
        choice.setHelperText(desk.say(
                "profile.zone.hint",
                desk.calendar()
                        .clockTime(desk.reader()
                                .clock()
                                .instant()
                                .atZone(desk.reader().zone())
                                .toLocalTime()),
                desk.reader().zone().getId()));
        choice.setClearButtonVisible(true);
        choice.setValue(own.zone());
        choice.getElement().setAttribute("data-testid", "profile-zone");
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                reread(EditProfile.nothing(desk.id()).zone(change.getValue()));
            }
        });
        return choice;
    }

    /** By places, as people know them; the short names beside them are of another time. */
    private static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.equals("UTC") || (zone.contains("/") && !zone.matches("(Etc|SystemV|US)/.*")))
                .sorted()
                .toList();
    }

    private static @Nullable String orNothing(String value) {
        return value.equals(BROWSER) ? null : value;
    }

    private void save(EditProfile edit) {
        if (refusals.done(() -> desk.send(edit))) {
            desk.tellSaved();
        }
    }

    /** Everything that is shown is said anew. */
    private void reread(EditProfile edit) {
        if (refusals.done(() -> desk.send(edit))) {
            UI.getCurrent().getPage().reload();
        }
    }
}
