package io.taskledger.rest.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import io.taskledger.messages.history.Deed;
import io.taskledger.messages.history.TaskStep;
import io.taskledger.messages.task.TaskId;
import io.taskledger.rest.PretendHouse;
import io.taskledger.rest.PretendPast;
import io.taskledger.rest.stream.ServerSentEvents;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class StepStreamTest {

    private static final TaskId TASK = TaskId.next();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Long> waits = new ArrayList<>();

    @Test
    void what_was_read_a_second_ago_is_asked_for_again_before_it_is_told() throws IOException {
        var asked = new ArrayList<Long>();
        played(1).tell(steps(0, 1, 2, 3), null, behind -> {
            asked.add(behind);
            // One step is hidden by now.
            return Optional.of(steps(0, 1, 3).stream()
                    .filter(step -> step.deed().position() > behind)
                    .toList());
        });

        assertThat(told()).containsExactly("id: 40", "id: 41", "id: 43");
        assertThat(asked).containsExactly(40L, 41L, 43L);
        assertThat(waits).containsExactly(1_000_000_000L, 2_000_000_000L);
        assertThat(text()).endsWith("{\"steps\":3}\n\n");
    }

    @Test
    void who_is_signed_out_meanwhile_is_told_nothing_more_not_even_that_it_is_over() throws IOException {
        played(1).tell(steps(0, 1, 2), null, _ -> Optional.empty());

        assertThat(told()).containsExactly("id: 40");
        assertThat(text()).doesNotContain("event: end");
    }

    @Test
    void what_comes_at_once_is_read_page_by_page() throws IOException {
        var asked = new ArrayList<Long>();
        played(0).tell(steps(0, 1, 2), null, behind -> {
            asked.add(behind);
            return Optional.of(List.of());
        });

        assertThat(told()).containsExactly("id: 40", "id: 41", "id: 42");
        assertThat(asked).containsExactly(42L);
        assertThat(waits).isEmpty();
    }

    private StepStream played(double speed) {
        return new StepStream(new ServerSentEvents(out), JsonMapper.shared(), speed, waits::add);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> told() {
        return text().lines().filter(line -> line.startsWith("id: ")).toList();
    }

    /** One a second. */
    private static List<TaskStep> steps(long... versions) {
        return LongStream.of(versions)
                .mapToObj(version -> new TaskStep(TASK, "Water", deed(version), PretendHouse.NOW, List.of()))
                .toList();
    }

    private static Deed deed(long version) {
        var deed = PretendPast.deed(version);
        return new Deed(
                deed.event(),
                deed.version(),
                deed.position(),
                PretendHouse.NOW.plus(Duration.ofSeconds(version)),
                deed.actor(),
                deed.actorName(),
                deed.via(),
                deed.actionId());
    }
}
