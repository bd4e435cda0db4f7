package io.taskledger.ui.workspace;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.ui.parts.Screen;
import io.taskledger.ui.words.Readers;
import org.jspecify.annotations.Nullable;

/** One's workspaces, and beside them the people of one. */
@PermitAll
@Route(WorkspaceNavigation.WORKSPACES + "/:workspace?")
public class WorkspacesView extends MasterDetailLayout implements BeforeEnterObserver, HasDynamicTitle {

    private final WorkspaceDesk desk;
    private final WorkspaceList list;
    private @Nullable WorkspaceSheet sheet;

    WorkspacesView(WorkspaceActions actions, WorkspaceQuestions questions, Readers readers) {
        desk = new WorkspaceDesk(actions, questions, readers.current());
        list = new WorkspaceList(desk);
        setSizeFull();
        setMaster(list);
        setMasterSize("min(24rem, 100vw)");
        setExpandMaster(true);
        setDetailSize("30rem");
        setOverlaySize("min(100%, 36rem)");
        addDetailEscapePressListener(_ -> close());
        addBackdropClickListener(_ -> close());
        Screen.follow(this, tab -> WorkspacesChanged.listen(tab, this::lookAgain));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.read();
        var wanted = event.getRouteParameters().get("workspace").flatMap(WorkspaceId::parse);
        if (wanted.isEmpty()) {
            sheet = null;
            setDetail(null);
        } else if (sheet == null || !sheet.workspace().equals(wanted.get())) {
            sheet = new WorkspaceSheet(desk, wanted.get(), WorkspacesView::close);
            setDetail(sheet);
            // Over the list it is a dialog, which needs a name; the component offers no way to give it one.
            getElement().executeJs("this.$.detail.ariaLabel = $0", sheet.title());
            sheet.getElement().executeJs("this.focus({preventScroll: true})");
        }
    }

    @Override
    public String getPageTitle() {
        var where = desk.say("nav.workspaces");
        return sheet == null ? desk.say("page.title", where) : desk.say("page.title-within", sheet.title(), where);
    }

    private void lookAgain() {
        list.read();
        if (sheet != null) {
            sheet.read();
        }
    }

    private static void close() {
        WorkspaceNavigation.open(WorkspaceNavigation.WORKSPACES);
    }
}
