package io.taskledger.security.password;

import java.time.Clock;
import java.time.Duration;

import io.taskledger.messages.account.NameDigest;
import io.taskledger.security.Accounts;
import io.taskledger.security.RowsAndEvents;
import io.taskledger.security.SecuritySettings;
import io.taskledger.security.limit.Throttle;
import io.taskledger.security.link.LinkMail;
import io.taskledger.security.link.Links;
import io.taskledger.security.link.OwnAccounts;
import io.taskledger.security.session.Sessions;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;

/** Puts together what is proved by a password. */
@Configuration(proxyBeanMethods = false)
public class PasswordWiring {

    /** For so long somebody waits for their turn. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    public PasswordHashes passwordHashes() {
        return new PasswordHashes(
                PasswordHashes.argon2id(), Runtime.getRuntime().availableProcessors(), PATIENCE);
    }

    @Bean
    public PasswordPolicy passwordPolicy(SecuritySettings settings) {
        return new PasswordPolicy(settings);
    }

    @Bean
    public Credentials credentials(JdbcClient jdbc, NameDigest digest, Clock clock) {
        return new Credentials(jdbc, digest, clock);
    }

    @Bean
    public PasswordAccounts accounts(
            RowsAndEvents work,
            Credentials credentials,
            Sessions sessions,
            PasswordHashes hashes,
            PasswordPolicy policy,
            Throttle throttle,
            SecuritySettings settings,
            Clock clock) {
        return new PasswordAccounts(work, credentials, sessions, hashes, policy, throttle, settings, clock);
    }

    @Bean
    public AuthenticationProvider passwordAuthentication(Accounts accounts) {
        return new PasswordAuthentication(accounts);
    }

    @Bean
    public PasswordChanges passwordChanges(
            RowsAndEvents work,
            Credentials credentials,
            Sessions sessions,
            PasswordHashes hashes,
            PasswordPolicy policy,
            QueryGateway queries,
            Links links,
            LinkMail mail,
            Throttle throttle) {
        return new RecordedPasswords(
                work, credentials, sessions, hashes, policy, new OwnAccounts(queries), links, mail, throttle);
    }
}
