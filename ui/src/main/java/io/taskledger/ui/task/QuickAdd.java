package io.taskledger.ui.task;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskCommand.AssignTask;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindPlace;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.security.Acting;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.quickadd.Understood;
import org.jspecify.annotations.Nullable;

/**
 * The first row of every list: a title and Enter. The new task gets what the list asks of its tasks, so that it belongs
 * there.
 */
class QuickAdd extends Div {

    /** The browser empties the field itself: whoever types on while the server works loses nothing. */
    private static final String SEND_ON_ENTER = """
            this.addEventListener('keydown', event => {
              const title = this.value;
              if (event.key !== 'Enter' || event.isComposing || !title.trim()) return;
              this.value = '';
              this.dispatchEvent(new CustomEvent('add-task', {detail: title}));
              this.dispatchEvent(new Event('input'));
            })""";

    /** Told of each task that was made. */
    interface Added {
        void added(TaskId task);
    }

    private static final int MILLIS_AFTER_A_KEY = 200;

    private final Desk desk;
    private final Added listener;
    private final TextField field = new TextField();
    private final UnderstoodChips chips;
    private Shown shown = Shown.all(Shown.Which.TASKS);

    QuickAdd(Desk desk, Added listener) {
        this.desk = desk;
        this.listener = listener;
        addClassName("quick-add");
        field.setPlaceholder(desk.say("quick-add.placeholder"));
        field.setAriaLabel(desk.say("quick-add.label"));
        field.setPrefixComponent(new Icon("plus"));
        field.setManualValidation(true);
        field.setAutocomplete(Autocomplete.OFF);
        field.getElement().setAttribute("data-testid", "quick-add").setAttribute("data-shortcut", "n");
        field.getElement().executeJs(SEND_ON_ENTER);
        field.getElement()
                .addEventListener(
                        "add-task",
                        event -> create(event.getEventData().get("event.detail").asString()))
                .addEventData("event.detail");
        chips = new UnderstoodChips(desk);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(MILLIS_AFTER_A_KEY);
        field.addValueChangeListener(change -> chips.preview(change.getValue()));
        add(field, chips);
    }

    void show(Shown now) {
        shown = now;
        field.setInvalid(false);
        setVisible(mayAdd());
    }

    /** What others share is theirs to add to, and in a workspace one may be there to look only. */
    private boolean mayAdd() {
        var list = shown.list();
        return shown.which() != Shown.Which.SHARED
                && (list == null
                        || desk.workspaces().with(list).stream()
                                .anyMatch(one -> one.role().includes(WorkspaceRole.EDITOR)));
    }

    void focus() {
        field.focus();
    }

    void create(String title) {
        var task = TaskId.next();
        var said = chips.read(title);
        var name = said.title().isEmpty() ? title : said.title();
        var made = desk.actions().create(() -> inThisList(task, name, said));
        var refused = made.refused().or(() -> forMe(task));
        field.setInvalid(refused.isPresent());
        refused.ifPresentOrElse(rejection -> giveBack(title, rejection), () -> {
            desk.takeBack().offer(made.action(), "created", name.strip());
            listener.added(task);
        });
    }

    private TaskCommand.CreateTask inThisList(TaskId task, String title, Understood said) {
        var due = switch (shown.which()) {
            case TASKS, ASSIGNED, SHARED -> null;
            case TODAY -> desk.reader().today();
            case UPCOMING -> desk.reader().today().plusDays(1);
        };
        var priority =
                said.priority().or(() -> Optional.ofNullable(shown.priority())).orElse(Priority.MEDIUM);
        var tags = new LinkedHashSet<>(shown.tags());
        tags.addAll(said.tags());
        return new TaskCommand.CreateTask(
                task,
                home(said.list().orElse(shown.list())),
                title,
                null,
                priority,
                said.date().orElse(due),
                said.time().orElse(null),
                List.copyOf(tags),
                false);
    }

    /** At the end of the list; null for the inbox. */
    private @Nullable TaskHome home(@Nullable ListId wanted) {
        return Optional.ofNullable(wanted)
                .flatMap(list -> desk.workspaces()
                        .with(list)
                        .map(one -> one.workspaceId())
                        .flatMap(
                                workspace -> desk.questions().place(new FindPlace(workspace, list, null, null, false))))
                .orElse(null);
    }

    /** What is added to the list of what is one's turn is one's turn. */
    private Optional<Rejection> forMe(TaskId task) {
        return shown.which() == Shown.Which.ASSIGNED
                ? Acting.signedIn().flatMap(me -> desk.actions().send(() -> new AssignTask(task, me.username())))
                : Optional.empty();
    }

    private void giveBack(String title, Rejection rejection) {
        field.setErrorMessage(desk.sentence(rejection));
        field.getElement()
                .executeJs("if (!this.value) { this.value = $0; this.dispatchEvent(new Event('input')); }", title);
    }
}
