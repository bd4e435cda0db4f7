package io.taskledger.automation.assignment;

import java.util.ArrayList;
import java.util.List;

import io.taskledger.messages.task.AssignedUnseen;
import io.taskledger.messages.task.TaskCommand.UnassignWithoutAccess;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.ListAssignedUnseen;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnseenRoundsTest {

    private static final TaskId FERNS = TaskId.next();
    private static final TaskId MOSS = TaskId.next();

    private final List<Long> since = new ArrayList<>();
    private final List<Object> sent = new ArrayList<>();
    private List<TaskId> unseen = List.of(FERNS, MOSS);
    private boolean fails;
    private final UnseenRounds rounds = rounds();

    @Test
    void each_task_is_taken_back_and_the_next_round_begins_where_this_one_ended() {
        rounds.goRound();
        unseen = List.of();
        rounds.goRound();

        assertThat(sent).containsExactly(new UnassignWithoutAccess(FERNS), new UnassignWithoutAccess(MOSS));
        assertThat(since).containsExactly(0L, 7L);
    }

    @Test
    void one_that_fails_keeps_no_other_back_and_is_looked_for_again() {
        fails = true;
        rounds.goRound();
        rounds.goRound();

        assertThat(sent).hasSize(4);
        assertThat(since).containsExactly(0L, 0L);
    }

    @QueryHandler
    AssignedUnseen answer(ListAssignedUnseen query) {
        since.add(query.since());
        return new AssignedUnseen(7, unseen);
    }

    private UnseenRounds rounds() {
        var queries = SimpleQueryBus.builder().build();
        new AnnotationQueryHandlerAdapter<>(this).subscribe(queries);
        var commands = SimpleCommandBus.builder().build();
        commands.subscribe(UnassignWithoutAccess.class.getName(), command -> {
            sent.add(command.getPayload());
            if (fails) {
                throw new IllegalStateException("no connection");
            }
            return "done";
        });
        return new UnseenRounds(
                DefaultQueryGateway.builder().queryBus(queries).build(),
                DefaultCommandGateway.builder().commandBus(commands).build());
    }
}
