package io.taskledger.ui.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.taskledger.messages.history.HistoryQuery.ListTasksAt;
import io.taskledger.messages.history.ListDiff.Totals;
import io.taskledger.messages.history.StepsOf;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceSummary;
import io.taskledger.ui.parts.Glow;
import io.taskledger.ui.past.ChangeWords;
import io.taskledger.ui.past.Differences;
import io.taskledger.ui.past.InOrder;
import io.taskledger.ui.past.Looking;
import io.taskledger.ui.past.PastQuestions;
import io.taskledger.ui.past.PastScreen;
import io.taskledger.ui.past.Then;
import io.taskledger.ui.task.Desk;
import org.jspecify.annotations.Nullable;

/** A board as it was, in the lists that there are now. */
class PastBoard extends Div implements PastScreen {

    private static final TaskSort ORDER = TaskSort.by(TaskSort.Field.PLACE);
    /** Where tasks stand whose list was removed since. */
    private static final String GONE = "";

    private final Desk desk;
    private final PastQuestions questions;
    private final BoardAddress address;
    private final Consumer<Then> onMove;
    private final Div board = new Div();
    private final Paragraph more = new Paragraph();
    private final Map<String, PastColumn> columns = new LinkedHashMap<>();
    private final Map<TaskId, PastCard> cards = new HashMap<>();
    private @Nullable TaskId current;

    /** @param onMove told of the moment that is shown now */
    PastBoard(Desk desk, PastQuestions questions, BoardAddress address, Consumer<Then> onMove) {
        this.desk = desk;
        this.questions = questions;
        this.address = address;
        this.onMove = onMove;
        addClassName("board-pane");
        board.addClassName("board");
        board.getElement().setAttribute("data-testid", "board");
        more.addClassName("past-note");
        more.setVisible(false);
        add(more, board);
        address.workspace()
                .lists()
                .forEach(list -> columns.put(
                        list.listId().text(), new PastColumn(desk.names().of(list))));
    }

    BoardAddress where() {
        return address;
    }

    void current(@Nullable TaskId task) {
        current = task;
        cards.forEach((id, card) -> card.current(id.equals(task)));
    }

    void focus(TaskId task) {
        Optional.ofNullable(cards.get(task)).ifPresent(PastCard::focusTitle);
    }

    @Override
    public Component content() {
        return this;
    }

    @Override
    public StepsOf steps() {
        return new StepsOf.Workspace(workspace().workspaceId());
    }

    @Override
    public String listName(String list) {
        return desk.listName(list);
    }

    @Override
    public Optional<Totals> show(Looking looking) {
        var filter = TaskFilter.everything()
                .workspace(workspace().workspaceId())
                .completed(address.done() ? null : Boolean.FALSE);
        var tasks = questions.tasks(
                new ListTasksAt(filter, ORDER, looking.moment(), 0, PastQuestions.PAGE), PastQuestions.MOST_PAGES);
        var differences = Differences.since(looking, filter, filter, questions);
        arrange(tasks, differences.map(Differences::added).orElse(List.of()), looking);
        var words = new ChangeWords(desk.calendar(), desk::listName);
        cards.values()
                .forEach(card -> differences.ifPresentOrElse(
                        found -> found.mark(card.task().taskId(), card.difference(), desk.reader(), words),
                        () -> card.difference().hide()));
        var most = PastQuestions.MOST_PAGES * PastQuestions.PAGE;
        more.setVisible(tasks.size() == most);
        more.setText(desk.say("then.board.more", most));
        return differences.map(Differences::totals);
    }

    @Override
    public String address(Then then) {
        return address.path(then, current);
    }

    @Override
    public void moved(Then then) {
        onMove.accept(then);
    }

    @Override
    public void backToNow() {
        address.open(null, current);
    }

    private void arrange(List<TaskDetails> tasks, List<TaskDetails> added, Looking looking) {
        var reads = desk.readBy(looking.reader());
        var known = Map.copyOf(cards);
        var wanted = new LinkedHashMap<String, List<PastCard>>();
        columns.keySet().forEach(list -> wanted.put(list, new ArrayList<>()));
        cards.clear();
        tasks.forEach(task -> column(wanted, task).add(card(task, reads, known, looking)));
        added.forEach(task -> column(wanted, task).add(card(task, desk, known, looking)));
        if (wanted.containsKey(GONE)) {
            columns.computeIfAbsent(GONE, _ -> new PastColumn(desk.say("then.lists.gone")));
        } else {
            columns.remove(GONE);
        }
        InOrder.arrange(board, List.copyOf(columns.values()));
        wanted.forEach(
                (list, standing) -> Optional.ofNullable(columns.get(list)).ifPresent(one -> one.show(standing)));
    }

    private List<PastCard> column(Map<String, List<PastCard>> wanted, TaskDetails task) {
        ListId list = task.home().listId();
        var standing = wanted.get(list.text());
        return standing == null ? wanted.computeIfAbsent(GONE, _ -> new ArrayList<>()) : standing;
    }

    private PastCard card(TaskDetails task, Desk reads, Map<TaskId, PastCard> known, Looking looking) {
        var before = known.get(task.taskId());
        var card = before == null ? new PastCard(task, desk) : before;
        if (looking.followed() && (before == null || before.task().version() != task.version())) {
            Glow.on(card);
        }
        card.show(task, reads, address.path(looking.then(), task.taskId()));
        card.current(task.taskId().equals(current));
        cards.put(task.taskId(), card);
        return card;
    }

    private WorkspaceSummary workspace() {
        return address.workspace();
    }
}
