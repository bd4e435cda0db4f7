package io.taskledger.ui.task;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks, for as long as a deletion cannot be undone. */
final class AskBeforeDeleting {

    private AskBeforeDeleting() {}

    static void open(Desk desk, String title, Runnable delete) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(desk.say("delete.header"));
        dialog.setText(desk.say("delete.text", title));
        dialog.setCancelable(true);
        dialog.setCancelText(desk.say("delete.cancel"));
        dialog.setConfirmText(desk.say("delete.confirm"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(_ -> delete.run());
        dialog.getElement().setAttribute("data-testid", "delete-dialog");
        dialog.open();
    }
}
