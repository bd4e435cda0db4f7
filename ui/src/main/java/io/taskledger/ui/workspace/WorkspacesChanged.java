package io.taskledger.ui.workspace;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;

/** In this tab: workspaces or lists have other names, another order, or there are others. */
public final class WorkspacesChanged extends ComponentEvent<UI> {

    private WorkspacesChanged(UI tab) {
        super(tab, false);
    }

    public static void tell() {
        var tab = UI.getCurrent();
        ComponentUtil.fireEvent(tab, new WorkspacesChanged(tab));
    }

    public static Registration listen(UI tab, Runnable listener) {
        return ComponentUtil.addListener(tab, WorkspacesChanged.class, _ -> listener.run());
    }
}
