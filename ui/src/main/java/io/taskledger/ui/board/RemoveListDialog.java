package io.taskledger.ui.board;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import io.taskledger.ui.task.Desk;

/** Asks before a list goes: which tasks stood in it is not remembered anywhere. */
final class RemoveListDialog {

    private RemoveListDialog() {}

    /** @param first where its tasks are shown then */
    static void open(Desk desk, String name, String first, Runnable remove) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(desk.say("board.remove-list.header", name));
        dialog.setText(desk.say("board.remove-list.text", first));
        dialog.setCancelable(true);
        dialog.setCancelText(desk.say("asking.cancel"));
        dialog.setConfirmText(desk.say("board.remove-list"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(_ -> remove.run());
        dialog.open();
    }
}
