package io.taskledger.app.wiring;

import io.taskledger.automation.account.LeftBehind;
import io.taskledger.query.task.WordsOfTheErased;
import io.taskledger.security.erasure.Belongings;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What goes with an account that is deleted. */
@Configuration(proxyBeanMethods = false)
class AccountWiring {

    @Bean
    Belongings belongings(CommandGateway commands, QueryGateway queries, WordsOfTheErased words) {
        var tasks = new LeftBehind(commands, queries);
        return whose -> {
            // Both, whichever finds something.
            var silent = words.takeOut(whose);
            return tasks.purge(whose) && silent;
        };
    }
}
