package io.taskledger.ui.shell;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.words.Reader;
import tools.jackson.databind.JsonNode;

/** One field that leads everywhere: places, boards, lists, and every task by its words. Ctrl+K or Cmd+K opens it. */
class Palette extends Dialog {

    private static final int SHOWN = 12;

    private final PaletteEntries entries;
    private final Reader reader;
    private final TextField field = new TextField();
    private final UnorderedList list = new UnorderedList();
    private List<PaletteEntry> shown = List.of();
    private List<PaletteEntry> here = List.of();
    private int chosen;

    Palette(PaletteEntries entries, Reader reader) {
        this.entries = entries;
        this.reader = reader;
        setWidth("min(36rem, 94vw)");
        setTop("12vh");
        addClassName("palette");
        getElement().setAttribute("data-testid", "palette").setAttribute("aria-label", reader.say("palette.label"));
        list.setId("palette-options");
        list.addClassName("palette-options");
        list.getElement().setAttribute("role", "listbox").setAttribute("aria-label", reader.say("palette.options"));
        field.setPlaceholder(reader.say("palette.placeholder"));
        field.setAriaLabel(reader.say("palette.placeholder"));
        field.setPrefixComponent(new Icon("search"));
        field.setAutocomplete(Autocomplete.OFF);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.getElement().setAttribute("data-testid", "palette-field");
        // The list belongs to what is typed: the field keeps the focus while one goes through it.
        field.getElement().executeJs("""
                this.inputElement.setAttribute('role', 'combobox');
                this.inputElement.setAttribute('aria-expanded', 'true');
                this.inputElement.setAttribute('aria-controls', 'palette-options');
                this.addEventListener('keydown', event => {
                  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') event.preventDefault();
                })""");
        field.addValueChangeListener(change -> find(change.getValue()));
        field.addKeyDownListener(Key.ARROW_DOWN, _ -> choose(chosen + 1));
        field.addKeyDownListener(Key.ARROW_UP, _ -> choose(chosen - 1));
        field.addKeyDownListener(Key.ENTER, _ -> run());
        add(field, list);
        find("");
    }

    void show() {
        here = List.of();
        open();
        field.focus();
        getElement().executeJs("return window.taskledger.here()").then(JsonNode.class, this::learn);
    }

    /** What the screen beneath offers, named as it names it. */
    private void learn(JsonNode labels) {
        var found = new ArrayList<PaletteEntry>();
        for (int at = 0; at < labels.size(); at++) {
            var number = at;
            found.add(new PaletteEntry(
                    "chevron",
                    labels.get(at).asString(),
                    reader.say("palette.here"),
                    () -> UI.getCurrent().getPage().executeJs("window.taskledger.press($0)", number)));
        }
        here = found;
        find(field.getValue());
    }

    private void find(String text) {
        shown = entries.matching(text.strip(), here).stream().limit(SHOWN).toList();
        list.removeAll();
        for (int at = 0; at < shown.size(); at++) {
            list.add(option(at, shown.get(at)));
        }
        if (shown.isEmpty()) {
            var none = new ListItem(reader.say("palette.none"));
            none.addClassName("quiet");
            list.add(none);
        }
        choose(0);
    }

    private ListItem option(int at, PaletteEntry entry) {
        var label = new Span(entry.label());
        label.addClassName("person-name");
        label.getElement().setAttribute("dir", "auto");
        var kind = new Span(entry.kind());
        kind.addClassName("quiet");
        var option = new ListItem(new Icon(entry.icon()), label, kind);
        option.setId("palette-" + at);
        option.getElement().setAttribute("role", "option").setAttribute("data-testid", "palette-option");
        option.addClickListener(_ -> {
            chosen = at;
            run();
        });
        return option;
    }

    private void choose(int wanted) {
        chosen = shown.isEmpty() ? 0 : Math.floorMod(wanted, shown.size());
        var options = list.getChildren().toList();
        for (int at = 0; at < options.size(); at++) {
            options.get(at).getElement().setAttribute("aria-selected", Boolean.toString(at == chosen));
        }
        field.getElement()
                .executeJs(
                        "this.inputElement.setAttribute('aria-activedescendant', $0);"
                                + " document.getElementById($0)?.scrollIntoView({block: 'nearest'})",
                        "palette-" + chosen);
    }

    private void run() {
        if (chosen < shown.size()) {
            close();
            shown.get(chosen).action().run();
        }
    }
}
