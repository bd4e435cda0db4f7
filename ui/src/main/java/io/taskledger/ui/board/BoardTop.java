package io.taskledger.ui.board;

import java.util.function.Consumer;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.task.Desk;
import io.taskledger.ui.task.UndoKeys;
import io.taskledger.ui.workspace.WorkspaceNavigation;

/** The row above a board: what is shown of it, and the way to its people. */
class BoardTop extends Div {

    private final Desk desk;
    private final Push open;
    private final Push all;
    private final Anchor people = new Anchor();

    /** @param onDone told whether what is done is to be shown too */
    BoardTop(Desk desk, Consumer<Boolean> onDone) {
        this.desk = desk;
        addClassName("board-top");
        open = Push.labelled(desk.say("filter.status.open"), "board-open", _ -> onDone.accept(false));
        all = Push.labelled(desk.say("filter.status.all"), "board-all", _ -> onDone.accept(true));
        var segments = new Div(open, all);
        segments.addClassName("segments");
        segments.getElement().setAttribute("role", "group").setAttribute("aria-label", desk.say("filter.label"));
        people.addClassNames("button", "chip");
        people.getElement().setAttribute("data-testid", "board-people");
        add(segments, people, new UndoKeys(desk.takeBack()));
    }

    void show(WorkspaceSummary workspace, boolean done) {
        open.getElement().setAttribute("aria-pressed", Boolean.toString(!done));
        all.getElement().setAttribute("aria-pressed", Boolean.toString(done));
        people.removeAll();
        people.add(new Icon("people"), new Span(desk.say("board.people")));
        people.setHref(WorkspaceNavigation.toPeople(workspace.workspaceId()));
        people.setVisible(!workspace.personal());
    }
}
