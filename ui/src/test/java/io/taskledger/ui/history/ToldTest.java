package io.taskledger.ui.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.Changed;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskReopened;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TimelineEntry;
import io.taskledger.ui.words.Calendar;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ToldTest {

    private static final Instant NOON = Instant.parse("2026-11-04T12:00:00Z");
    private static final TaskId TASK = TaskId.next();
    private static final UserId ANNA = UserId.next();
    private static final UserId BEN = UserId.next();

    private final List<TimelineEntry> history = new ArrayList<>();

    @Test
    void what_one_person_did_to_one_field_within_five_minutes_is_one_with_its_net_change() {
        happened(ANNA, 0, title("Rent", "Pay rent"));
        happened(ANNA, 2, due());
        happened(ANNA, 4, title("Pay rent", "Pay the rent"));
        assertThat(sentences())
                .containsExactly(
                        "You renamed it: “Rent” → “Pay the rent”",
                        "You changed the priority: Low priority → High priority");
        assertThat(Told.of(history).getFirst().acts()).hasSize(2);
    }

    @Test
    void what_came_to_nothing_says_so() {
        happened(ANNA, 0, new TaskCompleted(TASK));
        happened(ANNA, 1, new TaskReopened(TASK));
        assertThat(sentences()).containsExactly("You changed something and changed it back: completion");
    }

    @Test
    void six_minutes_or_somebody_else_between_keep_them_apart() {
        happened(ANNA, 0, title("a", "b"));
        happened(ANNA, 6, title("b", "c"));
        happened(BEN, 7, title("c", "d"));
        happened(ANNA, 8, title("d", "e"));
        assertThat(sentences())
                .containsExactly(
                        "You renamed it: “d” → “e”",
                        "Ben renamed it: “c” → “d”",
                        "You renamed it: “b” → “c”",
                        "You renamed it: “a” → “b”");
    }

    @Test
    void all_events_of_one_action_are_one_entry() {
        var action = ActionId.next().text();
        history.add(entry(ANNA, 0, title("a", "b"), action));
        history.add(entry(ANNA, 0, new TaskCompleted(TASK), action));
        assertThat(Told.of(history)).hasSize(1);
        assertThat(sentences()).containsExactly("You renamed it: “a” → “b”", "You completed it");
    }

    private List<String> sentences() {
        var words = new Words(Locale.ENGLISH);
        var reader = new Reader(words, ZoneOffset.UTC, Clock.fixed(NOON, ZoneOffset.UTC));
        var sentences = new TimelineSentences(new Calendar(reader), Optional.of(ANNA));
        return Told.of(history).stream()
                .flatMap(told -> sentences.of(told).stream())
                .toList();
    }

    private void happened(UserId who, int minute, TaskEvent event) {
        history.add(entry(who, minute, event, ActionId.next().text()));
    }

    private TimelineEntry entry(UserId who, int minute, TaskEvent event, String action) {
        var at = NOON.plus(Duration.ofMinutes(minute));
        var name = who.equals(BEN) ? "Ben" : "Anna";
        var version = history.size();
        return new TimelineEntry(
                "event-" + version, version, version, at, at, who.text(), name, Via.BROWSER, action, null, event);
    }

    private static TaskEdited title(String from, String to) {
        return new TaskEdited(TASK, SubjectId.of(ANNA), new Changed<>(from, to), null, null, null, null, null);
    }

    private static TaskEdited due() {
        return new TaskEdited(
                TASK, SubjectId.of(ANNA), null, null, new Changed<>(Priority.LOW, Priority.HIGH), null, null, null);
    }
}
