package io.taskledger.query.activity;

import java.util.List;

import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.RowForm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projection of what people did, for those who feed and rebuild it. */
@Configuration(proxyBeanMethods = false)
class ActivityReadModel {

    static final List<RowForm<?>> TABLES = List.of(
            ActivityEntity.FORM,
            ToldTaskEntity.FORM,
            ToldShareEntity.FORM,
            ToldMemberEntity.FORM,
            ErasedPersonEntity.FORM,
            NotificationEntity.FORM,
            ReadNotificationEntity.FORM);

    @Bean
    ReadModel activitiesReadModel() {
        return new ReadModel(
                new Projection(Projection.ACTIVITY),
                TABLES,
                List.of("task", "account", "workspace"),
                ActivityProjection::new);
    }
}
