package io.taskledger.ui.past;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Page;
import io.taskledger.messages.Via;
import io.taskledger.messages.history.AsOf;
import io.taskledger.messages.history.ChangeMark;
import io.taskledger.messages.history.HistoryQuery.CompareLists;
import io.taskledger.messages.history.HistoryQuery.CompareTask;
import io.taskledger.messages.history.HistoryQuery.FindAsOf;
import io.taskledger.messages.history.HistoryQuery.FindTaskAt;
import io.taskledger.messages.history.HistoryQuery.ListOwnActions;
import io.taskledger.messages.history.HistoryQuery.ListTasksAt;
import io.taskledger.messages.history.HistoryQuery.MarkChanges;
import io.taskledger.messages.history.HistoryQuery.ReplayTasks;
import io.taskledger.messages.history.HistoryQuery.SumUpTasksAt;
import io.taskledger.messages.history.ListDiff;
import io.taskledger.messages.history.OwnActions;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.messages.history.StepsOf;
import io.taskledger.messages.history.TaskDiff;
import io.taskledger.messages.history.TaskPoint;
import io.taskledger.messages.history.TaskStep;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindTasks;
import io.taskledger.messages.task.TaskStatistics;
import io.taskledger.ui.gateway.ScreenGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a person can know of the past.
 *
 * <p>Whatever asks about a moment throws {@link CommandRejected} where nothing can be told of it.
 */
@Component
public class PastQuestions {

    /** The most tasks or differences that one question is answered with. */
    public static final int PAGE = 100;

    /** So many of them are shown at most. */
    public static final int MOST_PAGES = 20;

    static final int STEPS = 500;
    private static final int MARKS = 160;

    private final ScreenGateway house;

    PastQuestions(ScreenGateway house) {
        this.house = house;
    }

    /** As many pages of a list as it was as are asked for; the last is the end where it is not full. */
    public List<TaskDetails> tasks(ListTasksAt first, int pages) {
        var found = new ArrayList<TaskDetails>();
        for (int page = 0; page < pages; page++) {
            var skip = first.skip() + page * PAGE;
            var next = asked(() -> house.page(
                    new ListTasksAt(first.filter(), first.sort(), first.moment(), skip, PAGE), TaskDetails.class));
            found.addAll(next.items());
            if (next.items().size() < PAGE) {
                break;
            }
        }
        return found;
    }

    public Optional<TaskVersion> task(TaskId task, PastMoment moment) {
        return asked(() -> house.find(new FindTaskAt(task, moment), TaskVersion.class));
    }

    /** Empty where the one or the other is not there. */
    public Optional<TaskDiff> sinceThen(TaskId task, PastMoment moment) {
        return asked(() ->
                house.find(new CompareTask(task, new TaskPoint.At(moment), new TaskPoint.Latest()), TaskDiff.class));
    }

    /** What differs now: all of it, or the first of as many pages. */
    ListDiff differences(TaskFilter before, TaskFilter after, PastMoment then, int pages) {
        var now = new PastMoment.Position(
                house.find(new FindAsOf(null), AsOf.class).orElseThrow().position());
        var entries = new ArrayList<ListDiff.Entry>();
        for (int page = 0; ; page++) {
            var query = new CompareLists(before, after, then, now, page * PAGE, PAGE);
            var answer = asked(() -> house.find(query, ListDiff.class)).orElseThrow();
            entries.addAll(answer.page().items());
            if (page + 1 >= pages || entries.size() >= answer.page().total()) {
                var all = new Page<>(entries, answer.page().total(), 0, Math.max(1, entries.size()));
                return new ListDiff(answer.from(), answer.to(), answer.totals(), all);
            }
        }
    }

    /** As they are now, of those that the person may see. */
    public List<TaskDetails> now(List<TaskId> tasks) {
        return tasks.isEmpty() ? List.of() : house.list(new FindTasks(tasks), TaskDetails.class);
    }

    public TaskStatistics figures(Looking looking) {
        return asked(() -> house.find(new SumUpTasksAt(looking.moment(), looking.localTime()), TaskStatistics.class))
                .orElseThrow();
    }

    /** Empty where nothing has happened yet. */
    Optional<Life> life(StepsOf of, Instant now) {
        var marks = marks(of, null, null, MARKS);
        return marks.isEmpty() ? Optional.empty() : Optional.of(Life.of(marks, now.truncatedTo(ChronoUnit.MILLIS)));
    }

    /** The last change that came before. */
    Optional<Instant> changeBefore(StepsOf of, Instant at) {
        return marks(of, null, at.minus(1, ChronoUnit.MICROS), 1).stream()
                .map(ChangeMark::last)
                .findFirst();
    }

    Optional<Instant> changeAfter(StepsOf of, Instant at) {
        return marks(of, at.plus(1, ChronoUnit.MICROS), null, 1).stream()
                .map(ChangeMark::first)
                .findFirst();
    }

    /** The last of all. */
    public Optional<Instant> lastChange(StepsOf of) {
        return marks(of, null, null, 1).stream().map(ChangeMark::last).findFirst();
    }

    /** @param after the position of the last one that is known; null for the first */
    List<TaskStep> steps(StepsOf of, Instant from, Instant to, @Nullable Long after) {
        return house.list(new ReplayTasks(of, from, to, after, STEPS), TaskStep.class);
    }

    /** When the ledger began to record what the person imported last; empty where that is long ago. */
    Optional<Instant> lastImport() {
        return house.find(new ListOwnActions(), OwnActions.class).stream()
                .flatMap(own -> own.actions().stream())
                .filter(action -> action.first().via() == Via.IMPORT)
                .map(action -> action.first().recordedAt())
                .findFirst();
    }

    private List<ChangeMark> marks(StepsOf of, @Nullable Instant from, @Nullable Instant to, int parts) {
        return house.list(new MarkChanges(of, from, to, parts), ChangeMark.class);
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof CommandRejected rejected ? rejected : failed;
        }
    }
}
