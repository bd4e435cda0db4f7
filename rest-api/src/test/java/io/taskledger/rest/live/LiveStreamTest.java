package io.taskledger.rest.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import io.taskledger.rest.live.LiveStream.Enough;
import io.taskledger.rest.stream.ServerSentEvents;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class LiveStreamTest {

    private static final String BEGINNING = "retry: 3000\nid: 40\n\n";
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final LiveFeed feed = new LiveFeed();

    private LiveStream stream(BooleanSupplier welcome, Duration heartbeat) {
        return new LiveStream(new ServerSentEvents(out), JsonMapper.shared(), welcome, () -> heartbeat);
    }

    private String told() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void what_changes_is_told_until_it_is_enough() throws IOException, InterruptedException {
        feed.add(new Happening(Happening.TASK, "task-1", 41));
        feed.add(new Happening(Happening.NOTIFICATIONS, null, 41));
        feed.add(new Happening(Happening.TASK, "task-2", 42));

        stream(() -> true, LONG).tell(feed, 40, false, new Enough(2, LONG));

        assertThat(told()).isEqualTo(BEGINNING + """
                event: task
                id: 41
                data: {"type":"task","id":"task-1","position":41}

                event: notifications
                id: 41
                data: {"type":"notifications","id":null,"position":41}

                """);
    }

    @Test
    void who_comes_from_another_time_is_told_first_to_ask_for_everything() throws IOException, InterruptedException {
        stream(() -> true, LONG).tell(feed, 40, true, new Enough(1, LONG));

        assertThat(told()).isEqualTo(BEGINNING + """
                event: reset
                id: 40
                data: {"type":"reset","id":null,"position":40}

                """);
    }

    @Test
    void who_is_signed_out_hears_nothing_more_not_even_what_was_waiting() throws IOException, InterruptedException {
        feed.add(new Happening(Happening.TASK, "task-1", 41));
        feed.add(new Happening(Happening.TASK, "task-2", 42));
        var asked = new AtomicInteger();

        stream(() -> asked.incrementAndGet() < 4, LONG).tell(feed, 40, false, new Enough(10, LONG));

        assertThat(told()).contains("task-1").doesNotContain("task-2");
    }

    @Test
    void silence_is_broken_by_a_comment_and_ends_in_time() throws IOException, InterruptedException {
        stream(() -> true, Duration.ofMillis(5)).tell(feed, 40, false, new Enough(10, Duration.ofMillis(100)));

        assertThat(told()).startsWith(BEGINNING + ": still here\n\n");
        assertThat(told().lines().filter(line -> line.startsWith("event"))).isEmpty();
    }

    @Test
    void more_than_a_listener_takes_becomes_one_reset() throws IOException, InterruptedException {
        for (var position = 1; position <= 1_001; position++) {
            feed.add(new Happening(Happening.TASK, "task-1", position));
        }
        feed.add(new Happening(Happening.TASK, "task-2", 1_002));

        stream(() -> true, LONG).tell(feed, 40, false, new Enough(2, LONG));

        assertThat(told().lines().filter(line -> line.startsWith("data")))
                .containsExactly(
                        "data: {\"type\":\"reset\",\"id\":null,\"position\":1001}",
                        "data: {\"type\":\"task\",\"id\":\"task-2\",\"position\":1002}");
    }
}
