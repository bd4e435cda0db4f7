package io.taskledger.app.job;

import java.time.Clock;
import java.util.List;

import io.taskledger.exchange.FileImports;
import io.taskledger.exchange.TaskImporter;
import io.taskledger.query.account.Admins;
import io.taskledger.query.operation.LedgerReplays;
import io.taskledger.query.rebuild.Replay;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
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
    LedgerReplays ledgerReplays(Admins admins, Replay replay, JdbcClient jdbc) {
        return new LedgerReplays(admins, replay, new ReplayHistory.AsJobs(new JobDesk(jdbc)));
    }

    @Bean
    FileImports fileImports(CommandGateway commands, QueryGateway queries, Clock clock) {
        return FileImports.through(new TaskImporter(commands, queries, clock));
    }
}
