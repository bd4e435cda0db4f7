package io.taskledger.query.task;

import java.util.List;

import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.Tables;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A handler that fails and says in its message what somebody wrote. Takes the place of the tasks' projection. */
@Configuration(proxyBeanMethods = false)
public class PlantedTattler {

    @Bean
    ReadModel tasksReadModel() {
        return new ReadModel(
                new Projection(Projection.TASKS), List.of(TaskEntity.FORM), List.of("task"), Handlers::new);
    }

    private static final class Handlers {

        // What a read model calls; there are no rows.
        Handlers(Tables tables) {}

        @EventHandler
        void on(TaskCreated event) {
            throw new IllegalArgumentException("cannot keep " + event, new IllegalStateException("of " + event));
        }
    }
}
