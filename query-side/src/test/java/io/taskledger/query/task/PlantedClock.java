package io.taskledger.query.task;

import java.time.Instant;
import java.util.List;

import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.Rows;
import io.taskledger.query.projection.Tables;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mistake that a rebuild must find: a handler that looks at the clock. Takes the place of the tasks' projection. */
@Configuration(proxyBeanMethods = false)
public class PlantedClock {

    @Bean
    ReadModel tasksReadModel() {
        return new ReadModel(
                new Projection(Projection.TASKS), List.of(TaskEntity.FORM), List.of("task"), Handlers::new);
    }

    private static final class Handlers {
        private final Rows<TaskEntity> rows;

        Handlers(Tables tables) {
            this.rows = tables.rows(TaskEntity.FORM);
        }

        @EventHandler
        void on(TaskCreated event, DomainEventMessage<?> message, TrackingToken token) {
            rows.add(new TaskEntity(event, Moment.of(message, token)));
        }

        @EventHandler
        void on(TaskCompleted event, DomainEventMessage<?> message, TrackingToken token) {
            var row = rows.find(event.taskId().text()).orElseThrow();
            row.completed(Instant.now());
            row.touch(Moment.of(message, token));
        }
    }
}
