package io.taskledger.ui.past;

import java.util.List;
import java.util.Set;

import io.taskledger.messages.UserId;
import io.taskledger.messages.history.Deed;
import io.taskledger.messages.history.TaskStep;
import io.taskledger.ui.words.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Tells what somebody did to a task.
 *
 * @param me whoever reads is "You"; null for nobody
 */
record StepWords(
        Reader reader, ChangeWords changes, @Nullable UserId me) {

    private static final String TASK = "task.";

    /** What they did is all in what is otherwise since. */
    private static final Set<String> TOLD_BY_CHANGES =
            Set.of("task.edited", "task.moved", "task.transferred", "task.assigned");

    String of(TaskStep step) {
        var event = step.deed().event();
        var said = reader.say("then.step." + event.substring(TASK.length()), who(step.deed()), step.title());
        var changed = TOLD_BY_CHANGES.contains(event) ? changes.of(step.changes()) : List.<String>of();
        return changed.isEmpty() ? said : reader.say("then.step.with", said, String.join("; ", changed));
    }

    private String who(Deed deed) {
        if (deed.actor() != null && deed.actor().equals(me)) {
            return reader.say("history.you");
        }
        if (deed.actorName() != null) {
            return deed.actorName();
        }
        return reader.say(deed.actor() == null ? "history.system" : "history.somebody");
    }
}
