package io.taskledger.ui.workspace;

import com.vaadin.flow.component.combobox.ComboBox;

/** Names somebody: as one types, people whose names hold it are offered; what is typed counts as it stands, too. */
public class PersonField extends ComboBox<String> {

    public PersonField(WorkspaceQuestions questions, String label, String testId) {
        setLabel(label);
        setAllowCustomValue(true);
        setManualValidation(true);
        setItems(asked -> questions.people(asked.getFilter().orElse("")).stream()
                .skip(asked.getOffset())
                .limit(asked.getLimit()));
        addCustomValueSetListener(typed -> setValue(typed.getDetail().strip()));
        getElement().setAttribute("data-testid", testId);
    }

    /** Whom it names; empty where it names nobody. */
    public String named() {
        var value = getValue();
        return value == null ? "" : value.strip();
    }
}
