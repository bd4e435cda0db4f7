package io.taskledger.security.erasure;

import java.time.Clock;

import javax.sql.DataSource;

import io.taskledger.ledger.LedgerWakeUp;
import io.taskledger.security.RowsAndEvents;
import io.taskledger.security.SecuritySettings;
import io.taskledger.security.SecurityWiring;
import io.taskledger.security.key.Secrets;
import io.taskledger.security.key.SubjectKeys;
import io.taskledger.security.link.Links;
import io.taskledger.security.password.Credentials;
import io.taskledger.security.password.PasswordChanges;
import io.taskledger.security.session.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts erasing together. Wants from outside: {@link Belongings}, and apart from the pool the connections called
 * {@link SecurityWiring#KEYS}.
 */
@Configuration(proxyBeanMethods = false)
public class ErasureWiring {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureWiring.class);

    /** @param own not the pool of the commands: see {@link SubjectKeys} */
    @Bean
    public SubjectKeys subjectKeys(
            @Qualifier(SecurityWiring.KEYS) DataSource own,
            Secrets secrets,
            ErasureList list,
            LedgerWakeUp otherNodes) {
        // Before any key is read: what a restore brought back goes again.
        var again = list.apply(own);
        if (again > 0) {
            LOG.warn(
                    "This database was older than the erasure of {} of its people: they are erased again; run"
                            + " `taskledger erase --finish`",
                    again);
        }
        var keys = new SubjectKeys(own, secrets);
        otherNodes.onNotice(SubjectKeys.ERASED, keys);
        return keys;
    }

    @Bean
    public ErasureList erasureList(SecuritySettings settings) {
        return new ErasureList(settings);
    }

    @Bean
    public Erasures erasures(
            JdbcClient jdbc,
            SubjectKeys keys,
            Belongings belongings,
            ErasureList list,
            RowsAndEvents work,
            Clock clock) {
        return new Erasures(jdbc, keys, belongings, list, work, clock);
    }

    @Bean
    public AccountDeletion accountDeletion(
            RowsAndEvents work,
            PasswordChanges passwords,
            Credentials credentials,
            Sessions sessions,
            Links links,
            Erasures erasures) {
        return new ErasedAccounts(work, passwords, credentials, sessions, links, erasures, Thread::startVirtualThread);
    }
}
