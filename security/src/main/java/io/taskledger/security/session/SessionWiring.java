package io.taskledger.security.session;

import java.time.Clock;

import io.taskledger.ledger.LedgerWakeUp;
import io.taskledger.security.Accounts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts sessions together. */
@Configuration(proxyBeanMethods = false)
public class SessionWiring {

    @Bean
    public Sessions sessions(JdbcClient jdbc, Clock clock, LedgerWakeUp otherNodes) {
        var sessions = new Sessions(jdbc, clock);
        otherNodes.onNotice(Sessions.ENDED, sessions);
        return sessions;
    }

    @Bean
    public OwnSessions ownSessions(Sessions sessions, Accounts accounts) {
        return new RecordedSessions(sessions, accounts);
    }

    @Bean
    public EndSessionAtLogout endSessionAtLogout(Accounts accounts) {
        return new EndSessionAtLogout(accounts);
    }
}
