package io.taskledger.query.task;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.taskledger.messages.UserId;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.ReadSide;
import io.taskledger.query.projection.JpaTables;
import io.taskledger.query.projection.Rows;
import io.taskledger.query.task.Delivery.Event;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class RowsReadAheadTest {

    private final TaskId there = TaskId.next();
    private final TaskId absent = TaskId.next();
    private final Delivery delivery = new Delivery();
    private final TransactionTemplate transactions =
            new TransactionTemplate(ReadSide.bean(PlatformTransactionManager.class));
    private final JpaTables tables = new JpaTables(ReadSide.bean(EntityManagerProvider.class));
    private final Rows<TaskEntity> rows = tables.rows(TaskEntity.FORM);

    @Test
    void what_is_there_and_what_is_not_is_known_without_asking_again() {
        delivery.deliver(created(there));

        transactions.executeWithoutResult(_ -> {
            tables.readAhead(Set.of(there.text(), absent.text()));
            // By another transaction, so that asking again would give another answer.
            delivery.forgetApart(there);
            delivery.deliverApart(created(absent));

            assertThat(rows.find(there.text())).isPresent();
            assertThat(rows.find(absent.text())).isEmpty();
        });
    }

    @Test
    void a_row_that_was_absent_is_found_once_it_is_added() {
        transactions.executeWithoutResult(_ -> {
            tables.readAhead(Set.of(absent.text()));

            rows.add(row(created(absent)));

            assertThat(rows.find(absent.text())).isPresent();
        });
    }

    @Test
    void the_next_transaction_asks_anew() {
        transactions.executeWithoutResult(_ -> tables.readAhead(Set.of(absent.text())));
        tables.forget();
        delivery.deliver(created(absent));

        transactions.executeWithoutResult(
                _ -> assertThat(rows.find(absent.text())).isPresent());
    }

    private static TaskEntity row(Event event) {
        return new TaskEntity(
                (TaskCreated) event.message().getPayload(),
                Moment.of(event.message(), new GlobalSequenceTrackingToken(event.position())));
    }

    private static Event created(TaskId task) {
        return Event.of(
                new TaskCreated(
                        task, UserId.next(), null, "Water the ferns", null, Priority.LOW, null, null, List.of()),
                0,
                Instant.parse("2026-03-02T08:00:00Z"));
    }
}
