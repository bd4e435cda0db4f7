package io.taskledger.ui.history;

import java.time.Instant;
import java.util.List;

import io.taskledger.messages.UserId;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VersionListTest {

    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");
    private static final UserId ANN = UserId.next();
    private static final TaskId TASK = TaskId.next();

    @Test
    void what_one_person_did_without_a_pause_is_one() {
        assertThat(sessions(at(3, 40, null), at(2, 9, null), at(1, 4, null)))
                .containsExactly(List.of(3L), List.of(2L, 1L));
    }

    @Test
    void what_has_a_name_begins_one() {
        assertThat(sessions(at(4, 9, null), at(3, 7, "Draft"), at(2, 5, null), at(1, 4, "First")))
                .containsExactly(List.of(4L), List.of(3L, 2L), List.of(1L));
    }

    private static List<List<Long>> sessions(TaskVersion... latestFirst) {
        return VersionList.sessions(List.of(latestFirst)).stream()
                .map(one ->
                        one.stream().map(version -> version.task().version()).toList())
                .toList();
    }

    private static TaskVersion at(long number, int minute, @Nullable String name) {
        var then = EIGHT.plusSeconds(minute * 60L);
        var task = new TaskDetails(
                TASK,
                ANN,
                "Ferns",
                null,
                Priority.LOW,
                null,
                null,
                List.of(),
                null,
                EIGHT,
                then,
                number,
                TaskHome.inboxOf(ANN, TASK),
                null,
                null,
                null,
                List.of(),
                0,
                TaskLevel.ALL);
        return new TaskVersion(task, "task.edited", name, number, then, then, null, ANN, "ann", null, null);
    }
}
