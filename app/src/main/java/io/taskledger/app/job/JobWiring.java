package io.taskledger.app.job;

import java.util.List;

import io.taskledger.exchange.TaskImporter;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The desk of this node. */
@Configuration(proxyBeanMethods = false)
class JobWiring {

    @Bean
    JobTaker jobTaker(JdbcClient jdbc, List<JobKind> kinds) {
        return new JobTaker(new JobDesk(jdbc), kinds);
    }

    @Bean
    TaskImporter taskImporter(CommandGateway commands) {
        return new TaskImporter(commands);
    }
}
