package io.taskledger.ui.projection;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import io.taskledger.messages.projection.Difference;
import org.jspecify.annotations.Nullable;

/** Where two versions differ: row, field, both values, and the event that touched it last. */
class DifferenceTable extends Div {

    private final OperatorDesk desk;
    private final NativeTableBody body = new NativeTableBody();
    private List<Difference> shown = List.of();

    DifferenceTable(OperatorDesk desk) {
        this.desk = desk;
        addClassName("differences");
        // It scrolls by itself: so that a keyboard can.
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", desk.say("difference.table"))
                .setAttribute("data-testid", "differences");
        var headings = new NativeTableRow();
        List.of("difference.row", "difference.field", "difference.live", "difference.rebuilt", "difference.event")
                .forEach(key -> headings.add(new NativeTableHeaderCell(desk.say(key))));
        var table = new NativeTable();
        table.add(new NativeTableHeader(headings), body);
        add(table);
        setVisible(false);
    }

    void show(List<Difference> differences) {
        setVisible(!differences.isEmpty());
        if (!differences.equals(shown)) {
            shown = List.copyOf(differences);
            body.removeAll();
            differences.forEach(difference -> body.add(row(difference)));
        }
    }

    private NativeTableRow row(Difference difference) {
        var kind = new Span(desk.say("difference.kind." + kindKey(difference.kind())));
        kind.addClassName("difference-kind");
        kind.setVisible(difference.kind() != Difference.Kind.LIVE_DIFFERS);
        var field =
                difference.field().equals(Difference.WHOLE_ROW) ? desk.say("difference.whole-row") : difference.field();
        return new NativeTableRow(
                new NativeTableCell(new Span(difference.table() + " " + difference.key()), kind),
                new NativeTableCell(field),
                value(difference.live()),
                value(difference.rebuilt()),
                new NativeTableCell(difference
                        .cause()
                        .map(event -> desk.say("difference.event.at", event.type(), event.position()))
                        .orElseGet(() -> desk.say("difference.event.none"))));
    }

    private NativeTableCell value(@Nullable String value) {
        var cell = new NativeTableCell(value == null ? desk.say("difference.nothing") : value);
        cell.addClassName(value == null ? "quiet" : "value");
        return cell;
    }

    private static String kindKey(Difference.Kind kind) {
        return switch (kind) {
            case LIVE_DIFFERS -> "live-differs";
            case REBUILT_DIFFERS -> "rebuilt-differs";
            case NOT_DETERMINISTIC -> "not-deterministic";
        };
    }
}
