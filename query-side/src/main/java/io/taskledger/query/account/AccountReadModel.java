package io.taskledger.query.account;

import java.util.List;

import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ReadModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The projection of accounts, for those who feed and rebuild it. */
@Configuration(proxyBeanMethods = false)
class AccountReadModel {

    @Bean
    @Order(2)
    ReadModel accountsReadModel() {
        return new ReadModel(
                new Projection(Projection.ACCOUNTS),
                List.of(AccountEntity.FORM, TagColourEntity.FORM),
                List.of("account"),
                List.of("account.tag-coloured"),
                AccountProjection::new);
    }
}
