package io.taskledger.query.task;

import java.util.List;

import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ReadModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The projection of tasks, for those who feed and rebuild it. */
@Configuration(proxyBeanMethods = false)
class TaskReadModel {

    @Bean
    @Order(1) // Filled first: what people miss first.
    ReadModel tasksReadModel() {
        return new ReadModel(
                new Projection(Projection.TASKS),
                TaskProjection.FORMS,
                List.of("task"),
                List.of("task.shared", "task.commented", "task.file-attached", "task.reminder-set"),
                TaskProjection::new);
    }
}
