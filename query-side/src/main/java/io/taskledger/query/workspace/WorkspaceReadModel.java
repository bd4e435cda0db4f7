package io.taskledger.query.workspace;

import java.util.List;

import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ReadModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The projection of workspaces, for those who feed and rebuild it. */
@Configuration(proxyBeanMethods = false)
class WorkspaceReadModel {

    @Bean
    @Order(3)
    ReadModel workspacesReadModel() {
        return new ReadModel(
                new Projection(Projection.WORKSPACES),
                List.of(WorkspaceEntity.FORM, ListEntity.FORM, MemberEntity.FORM, InvitationEntity.FORM),
                List.of("workspace"),
                WorkspaceProjection::new);
    }
}
