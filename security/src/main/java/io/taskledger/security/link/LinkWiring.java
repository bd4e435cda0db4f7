package io.taskledger.security.link;

import java.time.Clock;

import io.taskledger.messages.account.NameDigest;
import io.taskledger.security.RowsAndEvents;
import io.taskledger.security.key.Secrets;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts mailed links together. Wants from outside: {@link LinkMail}. */
@Configuration(proxyBeanMethods = false)
public class LinkWiring {

    @Bean
    public Links links(JdbcClient jdbc, NameDigest digest, Secrets secrets, Clock clock) {
        return new Links(jdbc, digest, secrets, clock);
    }

    @Bean
    public EmailVerification emailVerification(RowsAndEvents work, QueryGateway queries, Links links, LinkMail mail) {
        return new MailedProof(work, new OwnAccounts(queries), links, mail);
    }
}
