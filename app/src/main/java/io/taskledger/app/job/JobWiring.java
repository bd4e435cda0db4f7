package io.taskledger.app.job;

import java.util.List;

import io.taskledger.exchange.TaskImporter;
import io.taskledger.exchange.trello.TrelloImports;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The desk of this node, and what it shares with the screens. */
@Configuration(proxyBeanMethods = false)
class JobWiring {

    @Bean
    JobTaker jobTaker(JdbcClient jdbc, List<JobKind> kinds) {
        return new JobTaker(new JobDesk(jdbc), kinds);
    }

    @Bean
    TrelloImports trelloImports(CommandGateway commands) {
        return TrelloImports.through(new TaskImporter(commands));
    }
}
