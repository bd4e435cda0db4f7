package io.taskledger.automation.reminder;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.taskledger.messages.task.CallingReminder;
import io.taskledger.messages.task.ReminderCommand.Remind;
import io.taskledger.messages.task.ReminderId;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.ListCallingReminders;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReminderRoundsTest {

    private static final Instant NOON = Instant.parse("2026-03-09T12:00:00Z");
    private static final CallingReminder FERNS = calling(LocalTime.of(13, 0));
    private static final CallingReminder MOSS = calling(null);

    private final List<Object> asked = new ArrayList<>();
    private final List<Object> sent = new ArrayList<>();
    private List<CallingReminder> calling = List.of();
    private boolean away;
    private boolean fails;

    @Test
    void whose_time_has_come_is_reminded_of_the_due_time_that_it_came_for() {
        calling = List.of(FERNS, MOSS);
        rounds().goRound();

        assertThat(asked).containsExactly(new ListCallingReminders(NOON, ReminderRounds.LIMIT));
        assertThat(sent).containsExactly(remind(FERNS), remind(MOSS));
    }

    @Test
    void one_that_fails_keeps_no_other_back() {
        calling = List.of(FERNS, MOSS);
        fails = true;
        rounds().goRound();

        assertThat(sent).containsExactly(remind(FERNS), remind(MOSS));
    }

    @Test
    void a_round_in_which_nobody_answers_is_made_up_by_the_next() {
        var rounds = rounds();
        calling = List.of(FERNS);
        away = true;
        rounds.goRound();
        assertThat(sent).isEmpty();

        away = false;
        rounds.goRound();
        assertThat(sent).containsExactly(remind(FERNS));
    }

    @QueryHandler
    List<CallingReminder> answer(ListCallingReminders query) {
        if (away) {
            throw new IllegalStateException("no connection");
        }
        asked.add(query);
        return calling;
    }

    private ReminderRounds rounds() {
        var queries = SimpleQueryBus.builder().build();
        new AnnotationQueryHandlerAdapter<>(this).subscribe(queries);
        var commands = SimpleCommandBus.builder().build();
        commands.subscribe(Remind.class.getName(), command -> {
            sent.add(command.getPayload());
            if (fails) {
                throw new IllegalStateException("no connection");
            }
            return "done";
        });
        return new ReminderRounds(
                DefaultQueryGateway.builder().queryBus(queries).build(),
                DefaultCommandGateway.builder().commandBus(commands).build(),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static CallingReminder calling(LocalTime due) {
        return new CallingReminder(ReminderId.next(TaskId.next()), LocalDate.of(2026, 3, 9), due);
    }

    private static Remind remind(CallingReminder one) {
        return new Remind(one.reminderId().taskId(), one.reminderId(), one.dueDate(), one.dueTime());
    }
}
