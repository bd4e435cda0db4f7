package io.taskledger.ui.past;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.taskledger.messages.history.ListDiff;
import io.taskledger.messages.history.ListDiff.Entry;
import io.taskledger.messages.history.ListDiff.Kind;
import io.taskledger.messages.history.ListDiff.Totals;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskId;
import io.taskledger.ui.words.Reader;
import org.jspecify.annotations.Nullable;

/** What differs now from what is shown of the past, by task. */
public final class Differences {

    private final Map<TaskId, Entry> entries = new HashMap<>();
    private final Map<TaskId, TaskDetails> now = new HashMap<>();
    private final List<TaskDetails> added = new ArrayList<>();
    private final Totals totals;

    /** Empty where nothing is compared. */
    public static Optional<Differences> since(
            Looking looking, TaskFilter then, TaskFilter now, PastQuestions questions) {
        return looking.compared()
                ? Optional.of(new Differences(
                        questions.differences(then, now, looking.moment(), PastQuestions.MOST_PAGES), questions))
                : Optional.empty();
    }

    private Differences(ListDiff diff, PastQuestions questions) {
        totals = diff.totals();
        var found = diff.page().items();
        found.forEach(entry -> entries.put(entry.taskId(), entry));
        var asked = found.stream()
                .filter(entry -> entry.kind() != Kind.CHANGED)
                .map(Entry::taskId)
                .toList();
        for (int from = 0; from < asked.size(); from += PastQuestions.PAGE) {
            questions
                    .now(asked.subList(from, Math.min(asked.size(), from + PastQuestions.PAGE)))
                    .forEach(task -> now.put(task.taskId(), task));
        }
        found.stream()
                .filter(entry -> entry.kind() == Kind.NEW)
                .flatMap(entry -> Optional.ofNullable(now.get(entry.taskId())).stream())
                .forEach(added::add);
    }

    public Totals totals() {
        return totals;
    }

    /** As they are now. */
    public List<TaskDetails> added() {
        return List.copyOf(added);
    }

    public void mark(TaskId task, DifferenceMark mark, Reader reader, ChangeWords words) {
        var entry = entries.get(task);
        if (entry == null) {
            mark.hide();
        } else if (entry.kind() == Kind.CHANGED) {
            mark.show(Kind.CHANGED, "", words.of(entry.changes()));
        } else {
            mark.show(entry.kind(), entry.kind() == Kind.GONE ? reader.say(why(now.get(task))) : "", List.of());
        }
    }

    /** What is not in a list any more is done, elsewhere, or in the trash. */
    private static String why(@Nullable TaskDetails task) {
        if (task == null) {
            return "then.kind.gone.deleted";
        }
        return task.completed() ? "then.kind.gone.done" : "then.kind.gone.elsewhere";
    }
}
