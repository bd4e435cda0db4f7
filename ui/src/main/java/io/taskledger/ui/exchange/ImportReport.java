package io.taskledger.ui.exchange;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.taskledger.exchange.TaskImporter;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.task.Shown;
import io.taskledger.ui.task.TaskNavigation;
import io.taskledger.ui.words.Reader;

/** How an import goes, and what came of it. */
class ImportReport extends Div {

    private final Reader reader;
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph line = new Paragraph();

    ImportReport(Reader reader) {
        this.reader = reader;
        addClassNames("card", "import-report");
        getElement().setAttribute("aria-live", "polite").setAttribute("data-testid", "import-report");
        bar.getElement().setAttribute("aria-label", reader.say("import.progress"));
        line.getElement().setAttribute("data-testid", "import-line");
        setVisible(false);
    }

    void begin() {
        removeAll();
        bar.setIndeterminate(true);
        line.setText(reader.say("import.reading"));
        add(line, bar);
        setVisible(true);
    }

    void progress(int done, int all) {
        bar.setIndeterminate(false);
        bar.setMax(Math.max(1, all));
        bar.setValue(Math.min(done, Math.max(1, all)));
        line.setText(reader.say("import.so-far", done, all));
    }

    void done(TaskImporter.Outcome outcome) {
        removeAll();
        var heading =
                outcome.name().isEmpty() ? reader.say("import.done") : reader.say("import.done.named", outcome.name());
        line.setText(reader.say("import.created", outcome.created()));
        add(new H2(new Icon("check"), new Span(heading)), line);
        if (outcome.alreadyThere() > 0) {
            add(new Paragraph(reader.say("import.already-there", outcome.alreadyThere())));
        }
        var dropped = outcome.dropped().lines();
        if (!dropped.isEmpty()) {
            var list = new UnorderedList();
            dropped.forEach(what -> list.add(new ListItem(what)));
            list.getElement().setAttribute("data-testid", "import-dropped");
            add(new Paragraph(reader.say("import.dropped")), list);
        }
        add(Push.labelled(
                        reader.say("import.see"),
                        "import-see",
                        _ -> TaskNavigation.openList(Shown.all(Shown.Which.TASKS)))
                .styled("button-primary"));
    }

    void refused(String sentence) {
        removeAll();
        line.setText(sentence);
        var box = new Div(new Icon("alert"), line);
        box.addClassName("refusal");
        box.getElement().setAttribute("role", "alert");
        add(box);
        setVisible(true);
    }
}
