package io.taskledger.ui.task;

import java.util.function.DoubleConsumer;

import com.vaadin.flow.component.html.Div;

/** The room of the rows that stood above those on the screen. It asks for them when one comes near. */
final class RowsBefore extends Div {

    private static final String WHERE = "event.detail.at";

    /** @param wanted told which part of the room is above what is in sight, 0 to 1 */
    RowsBefore(DoubleConsumer wanted) {
        addClassName("rows-before");
        getElement().setAttribute("aria-hidden", "true").setAttribute("data-testid", "rows-before");
        getElement()
                .addEventListener(
                        "rows-wanted",
                        event -> wanted.accept(event.getEventData().get(WHERE).asDouble()))
                .addEventData(WHERE);
        show(0, 0);
    }

    /** To be called after every change of the rows below it, as it asks one time. */
    void show(int rows, int headings) {
        setVisible(rows + headings > 0);
        getStyle().set("--rows", Integer.toString(rows)).set("--headings", Integer.toString(headings));
        if (isVisible()) {
            getElement().executeJs("taskledger.wantRows(this)");
        }
    }
}
