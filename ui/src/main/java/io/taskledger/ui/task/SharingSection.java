package io.taskledger.ui.task;

import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.SharingCommand.ChangePermission;
import io.taskledger.messages.task.SharingCommand.LeaveTask;
import io.taskledger.messages.task.SharingCommand.RevokeShare;
import io.taskledger.messages.task.SharingCommand.ShareTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.messages.task.TaskShare;
import io.taskledger.ui.parts.Initials;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.workspace.PersonField;
import org.jspecify.annotations.Nullable;

/** Whom a task is shared with; for who may not share it, the way out. */
class SharingSection extends Section {

    private final Desk desk;
    private final Runnable onChange;
    private final UnorderedList list = new UnorderedList();
    private final PersonField whom;
    private final Select<Permission> permission;
    private final Div form = new Div();
    private final Push leave;
    private @Nullable TaskId task;

    /** @param onLeft called once the task is not one's own to see any more */
    SharingSection(Desk desk, Runnable onChange, Runnable onLeft) {
        this.desk = desk;
        this.onChange = onChange;
        addClassName("panel-section");
        list.addClassName("people-list");
        list.getElement().setAttribute("data-testid", "shares");
        whom = new PersonField(desk.workspaces(), desk.say("share.whom"), "share-whom");
        permission = permissions(desk.say("share.may"), Permission.VIEW);
        permission.getElement().setAttribute("data-testid", "share-permission");
        form.add(whom, permission, Push.labelled(desk.say("share.share"), "share-send", _ -> share()));
        form.addClassName("invite-form");
        leave = Push.labelled("door", desk.say("share.leave"), "share-leave", _ -> leave(onLeft));
        add(new H3(desk.say("share.title")), list, form, leave);
    }

    void show(TaskDetails now) {
        task = now.taskId();
        var mine = now.level().includes(TaskLevel.ALL);
        var foreign = !now.owner().equals(desk.me())
                && desk.workspaces().among(now.home().workspaceId()).isEmpty();
        form.setVisible(mine);
        leave.setVisible(foreign);
        setVisible(mine || foreign);
        list.removeAll();
        if (mine) {
            desk.questions().shares(now.taskId()).forEach(share -> list.add(item(share)));
        }
    }

    private ListItem item(TaskShare share) {
        var known = share.username();
        var name = known == null ? desk.say("history.somebody") : known;
        var words = new Span(name);
        words.addClassName("person-name");
        var item = new ListItem(new Initials(name), words);
        item.getElement().setAttribute("data-testid", "share");
        if (known != null) {
            var level = permissions(null, share.permission());
            level.setAriaLabel(desk.say("share.may.of", name));
            level.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    done(desk.actions().send(() -> new ChangePermission(share.taskId(), known, change.getValue())));
                }
            });
            item.add(
                    level,
                    Push.icon(
                            "close",
                            desk.say("share.revoke", name),
                            "share-revoke",
                            _ -> done(desk.actions().send(() -> new RevokeShare(share.taskId(), known)))));
        }
        return item;
    }

    private Select<Permission> permissions(@Nullable String label, Permission now) {
        var select = new Select<Permission>();
        if (label != null) {
            select.setLabel(label);
        }
        select.setItems(Permission.values());
        select.setItemLabelGenerator(one -> desk.say("permission." + one.text()));
        select.setValue(now);
        return select;
    }

    private void share() {
        var about = task;
        if (about == null) {
            return;
        }
        var refused = desk.actions().send(() -> new ShareTask(about, whom.named(), permission.getValue()));
        whom.setInvalid(refused.isPresent());
        refused.ifPresentOrElse(rejection -> whom.setErrorMessage(desk.sentence(rejection)), () -> {
            whom.clear();
            onChange.run();
        });
    }

    private void leave(Runnable onLeft) {
        var about = task;
        if (about != null) {
            var refused = desk.actions().send(() -> new LeaveTask(about));
            refused.ifPresentOrElse(desk::tell, onLeft);
        }
    }

    private void done(Optional<Rejection> refused) {
        refused.ifPresent(desk::tell);
        onChange.run();
    }
}
