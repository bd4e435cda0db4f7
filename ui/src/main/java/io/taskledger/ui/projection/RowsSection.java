package io.taskledger.ui.projection;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.taskledger.messages.projection.ProjectionCommand.RebuildRows;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.RowsOf;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;

/** Makes the rows of one task or of one person anew, in the live version. */
class RowsSection extends Section {

    private final OperatorDesk desk;
    private final ProjectionId projection;
    private final TextField of = new TextField();
    private final Span sentence = new Span();
    private final Div done = new Div(new Icon("check"), sentence);

    RowsSection(OperatorDesk desk, ProjectionId projection) {
        this.desk = desk;
        this.projection = projection;
        addClassName("sheet-section");
        of.setLabel(desk.say("rows.of"));
        of.setHelperText(desk.say("rows.of.hint"));
        of.setWidthFull();
        of.getElement().setAttribute("data-testid", "rows-of");
        of.addValueChangeListener(_ -> of.setInvalid(false));
        done.addClassName("agreement");
        done.getElement().setAttribute("role", "status").setAttribute("data-testid", "rows-done");
        done.setVisible(false);
        var options = new Div(of, Push.labelled(desk.say("rows.begin"), "rows-begin", _ -> begin()));
        options.addClassName("rebuild-options");
        add(new H3(desk.say("rows.title")), options, done);
    }

    private void begin() {
        var named = of.getValue().strip();
        done.setVisible(false);
        if (named.isEmpty()) {
            of.setErrorMessage(desk.say("problem.missing"));
            of.setInvalid(true);
            return;
        }
        var rows = desk.actions().person(named).<RowsOf>map(RowsOf.Owner::new).orElseGet(() -> RowsOf.named(named));
        if (desk.order(() -> new RebuildRows(projection, rows))) {
            sentence.setText(desk.say("rows.done", named));
            done.setVisible(true);
        }
    }
}
