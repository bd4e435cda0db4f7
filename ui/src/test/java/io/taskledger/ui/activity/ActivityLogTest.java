package io.taskledger.ui.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.activity.Activity;
import io.taskledger.messages.task.TaskId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ActivityLogTest {

    private static final Instant NOW = Instant.parse("2026-11-04T12:00:00Z");
    private static final UserId ANN = UserId.next();
    private static final UserId BEN = UserId.next();

    @Test
    void what_one_person_does_of_one_kind_without_a_pause_is_one_set() {
        var bulk = IntStream.range(0, 41)
                .mapToObj(at -> entry(ANN, "updated", NOW.minusSeconds(at)))
                .toList();
        assertThat(ActivityLog.sets(bulk)).hasSize(1);
    }

    @Test
    void another_person_another_action_and_a_pause_begin_another_set() {
        var entries = List.of(
                entry(ANN, "updated", NOW),
                entry(BEN, "updated", NOW),
                entry(BEN, "deleted", NOW),
                entry(BEN, "deleted", NOW.minusSeconds(6)));
        assertThat(ActivityLog.sets(entries)).hasSize(4);
    }

    @Test
    void nothing_is_lost_and_the_order_stays() {
        var entries = Stream.of(0, 1, 2, 30, 31)
                .map(at -> entry(ANN, at == 1 ? "created" : "updated", NOW.minusSeconds(at)))
                .toList();
        assertThat(ActivityLog.sets(entries).stream().flatMap(List::stream)).containsExactlyElementsOf(entries);
    }

    @Test
    void what_one_action_did_of_several_kinds_is_one_set_and_two_actions_are_two() {
        var one = ActionId.next();
        var other = ActionId.next();
        assertThat(ActivityLog.sets(List.of(
                        of(one, "updated", "task"),
                        of(one, "uploaded", "file"),
                        of(other, "updated", "task"),
                        of(other, "updated", "task"))))
                .extracting(List::size)
                .containsExactly(2, 2);
    }

    private static Activity of(ActionId action, String what, String kind) {
        return new Activity(
                "e", 1, ANN, "ann", Via.BROWSER, what, kind, "r", TaskId.next(), Map.of(), NOW, NOW, action);
    }

    private static Activity entry(UserId actor, String action, Instant at) {
        return new Activity(
                at + action, 1, actor, "somebody", Via.BROWSER, action, "task", "task", null, Map.of(), at, at);
    }
}
