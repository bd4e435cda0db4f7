package io.taskledger.ui.settings;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.taskledger.ui.parts.Appearance;

/** How the pages look in this browser, and whether single letters do things in it. */
class AppearanceSheet extends Sheet {

    private final RadioButtonGroup<Appearance> appearances;
    private final Checkbox keys;

    AppearanceSheet(SettingsDesk desk) {
        super(desk, SettingsPart.APPEARANCE);
        appearances = new RadioButtonGroup<>(desk.say("appearance.scheme"));
        appearances.setItems(Appearance.values());
        appearances.setItemLabelGenerator(one -> desk.say("appearance." + one.key()));
        appearances.getElement().setAttribute("data-testid", "appearances");
        appearances.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                change.getValue().choose(this);
            }
        });
        keys = new Checkbox(desk.say("appearance.keys"));
        keys.setHelperText(desk.say("appearance.keys.hint"));
        keys.getElement().setAttribute("data-testid", "letter-keys");
        keys.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                getElement().executeJs("window.taskledger.letters($0)", change.getValue());
            }
        });
        card(appearances);
        card(keys);
        add(quiet("appearance.here"));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        Appearance.ask(this, appearances::setValue);
        getElement().executeJs("return window.taskledger.letters()").then(Boolean.class, keys::setValue);
    }
}
