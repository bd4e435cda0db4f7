package io.taskledger.query.history;

import java.util.List;

import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ReadModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projection of what tasks were, for those who feed and rebuild it. */
@Configuration(proxyBeanMethods = false)
class HistoryReadModel {

    @Bean
    ReadModel versionsReadModel() {
        return new ReadModel(
                new Projection(Projection.HISTORY),
                HistoryProjection.TABLES,
                List.of("task", "account"),
                HistoryProjection::new);
    }
}
