package io.taskledger.query.statistics;

import java.util.List;

import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ReadModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projection of what is counted, for those who feed and rebuild it. */
@Configuration(proxyBeanMethods = false)
class StatisticsReadModel {

    @Bean
    ReadModel figuresReadModel() {
        return new ReadModel(
                new Projection(Projection.STATISTICS),
                List.of(CountedTaskEntity.FORM, CountedCommentEntity.FORM, CountedMemberEntity.FORM),
                List.of("task", "workspace"),
                List.of("task.commented", "workspace.created", "workspace.member-joined"),
                StatisticsProjection::new);
    }
}
