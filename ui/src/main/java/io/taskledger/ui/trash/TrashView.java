package io.taskledger.ui.trash;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.taskledger.messages.ActionId;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.PurgeTask;
import io.taskledger.messages.task.TaskCommand.RestoreTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskQuery.ListTrash;
import io.taskledger.ui.gateway.ScreenGateway;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.parts.Screen;
import io.taskledger.ui.task.Desk;
import io.taskledger.ui.task.Desks;
import io.taskledger.ui.task.LiveTasks;
import io.taskledger.ui.task.UndoKeys;

/** What was deleted, the latest first, by day. */
@PermitAll
@Route(TrashView.PATH)
public class TrashView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    public static final String PATH = "trash";

    private static final int PAGE = 50;

    private final Desk desk;
    private final ScreenGateway house;
    private final Deletions deletions;
    private final Div list = new Div();
    private final Div end = new Div();
    private final Set<ActionId> unfolded = new HashSet<>();
    private int shown;

    TrashView(Desks desks, ScreenGateway house, LiveTasks live) {
        this.desk = desks.current(_ -> read(Math.max(shown, PAGE)));
        this.deletions = new Deletions(house);
        this.house = house;
        addClassName("list-pane");
        var all = new Div(new UndoKeys(desk.takeBack()), list, end);
        all.addClassName("narrow");
        list.addClassName("trash-list");
        add(all);
        Screen.follow(this, tab -> live.listen(tab, _ -> read(Math.max(shown, PAGE))));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        read(PAGE);
    }

    @Override
    public String getPageTitle() {
        return desk.say("page.title", desk.say("nav.trash"));
    }

    private void read(int wanted) {
        list.removeAll();
        shown = 0;
        var more = true;
        while (more && shown < wanted) {
            more = append();
        }
        offerMore(more);
    }

    /** @return whether there is more */
    private boolean append() {
        var page = house.page(new ListTrash(shown, PAGE), TaskDetails.class);
        var actions = deletions.actions(page.items());
        page.items().forEach(task -> append(task, Optional.ofNullable(actions.get(task.taskId()))));
        shown += page.items().size();
        if (page.total() == 0) {
            list.add(empty());
        }
        return shown < page.total() && !page.items().isEmpty();
    }

    private void append(TaskDetails task, Optional<ActionId> action) {
        var day = desk.calendar().heading(desk.calendar().dayOf(deletedAt(task)));
        var last = list.getChildren().reduce((_, later) -> later);
        var group = last.filter(
                        one -> one instanceof TrashDay known && known.heading().equals(day))
                .map(TrashDay.class::cast)
                .orElseGet(() -> {
                    var made = new TrashDay(day);
                    list.add(made);
                    return made;
                });
        group.add(item(task), action, this::set);
    }

    private TrashSet set(ActionId action) {
        return new TrashSet(desk, action, unfolded);
    }

    private ListItem item(TaskDetails task) {
        var title = new Span(task.title());
        title.addClassName("person-name");
        title.getElement().setAttribute("dir", "auto");
        var when = new Span(desk.calendar().ago(deletedAt(task)));
        when.addClassName("quiet");
        when.getElement().setAttribute("title", desk.calendar().exact(deletedAt(task)));
        var restore = Push.labelled("restore", desk.say("trash.restore"), "trash-restore", _ -> restore(task));
        restore.getElement().setAttribute("aria-label", desk.say("trash.restore.of", task.title()));
        var item = new ListItem(
                new Icon("trash"),
                title,
                when,
                restore,
                Push.icon("close", desk.say("trash.purge.of", task.title()), "trash-purge", _ -> ask(task)));
        item.getElement().setAttribute("data-testid", "trash-item");
        return item;
    }

    /** Only erasing asks. */
    private void ask(TaskDetails task) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(desk.say("trash.purge.header"));
        dialog.setText(desk.say("trash.purge.text", task.title()));
        dialog.setCancelable(true);
        dialog.setCancelText(desk.say("asking.cancel"));
        dialog.setConfirmText(desk.say("trash.purge"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(_ -> done(() -> new PurgeTask(task.taskId())));
        dialog.open();
    }

    private void restore(TaskDetails task) {
        desk.done(desk.actions().write(() -> new RestoreTask(task.taskId())), "restored", task.title());
        read(shown);
    }

    private void done(Supplier<TaskCommand> command) {
        desk.actions().send(command).ifPresent(desk::tell);
        read(shown);
    }

    private void offerMore(boolean more) {
        end.removeAll();
        if (more) {
            var button = Push.labelled(desk.say("list.more"), "trash-more", _ -> offerMore(append()));
            button.addClassName("list-more");
            end.add(button);
        }
    }

    private Div empty() {
        var box = new Div(
                new Icon("trash"), new H2(desk.say("empty.trash")), new Paragraph(desk.say("empty.trash.next")));
        box.addClassName("empty");
        box.getElement().setAttribute("data-testid", "empty");
        return box;
    }

    private static Instant deletedAt(TaskDetails task) {
        return Objects.requireNonNullElse(task.deletedAt(), task.updatedAt());
    }
}
