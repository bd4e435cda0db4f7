package io.taskledger.app.wiring;

import io.taskledger.automation.account.LeftBehind;
import io.taskledger.security.Belongings;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What goes with an account that is deleted. */
@Configuration(proxyBeanMethods = false)
class AccountWiring {

    @Bean
    Belongings belongings(CommandGateway commands, QueryGateway queries) {
        return new LeftBehind(commands, queries)::purge;
    }
}
