package io.taskledger.security;

import java.time.Clock;
import java.time.Duration;

import javax.sql.DataSource;

import io.taskledger.ledger.LedgerWakeUp;
import io.taskledger.ledger.personal.PersonalCipher;
import io.taskledger.messages.account.NameDigest;
import io.taskledger.security.limit.ClientAddress;
import io.taskledger.security.limit.RateLimits;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts this module together. Wants from outside: {@link SecuritySettings}, {@link LinkMail}, {@link Belongings}, {@link RateLimits}, a
 * {@link Clock}, Axon's buses, the other nodes' {@link LedgerWakeUp}, a database, and apart from its pool the connections
 * called {@link #KEYS}.
 */
@Configuration(proxyBeanMethods = false)
public class SecurityWiring {

    /** Qualifies the connections that subjects' keys are read and made on; two are enough. */
    public static final String KEYS = "keys";

    private static final Logger LOG = LoggerFactory.getLogger(SecurityWiring.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    Secrets secrets(SecuritySettings settings, JdbcClient jdbc) {
        return Secrets.open(settings, new KeyCheck(jdbc));
    }

    @Bean
    NameDigest nameDigest(Secrets secrets) {
        return new ReservedNames(secrets);
    }

    /** @param own not the pool of the commands: see {@link SubjectKeys} */
    @Bean
    SubjectKeys subjectKeys(
            @Qualifier(KEYS) DataSource own, Secrets secrets, ErasureList list, LedgerWakeUp otherNodes) {
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
    PersonalCipher personalCipher(SubjectKeys keys) {
        return new SubjectCipher(keys);
    }

    @Bean
    PasswordPolicy passwordPolicy(SecuritySettings settings) {
        return new PasswordPolicy(settings);
    }

    @Bean
    Sessions sessions(JdbcClient jdbc, Clock clock, LedgerWakeUp otherNodes) {
        var sessions = new Sessions(jdbc, clock);
        otherNodes.onNotice(Sessions.ENDED, sessions);
        return sessions;
    }

    @Bean
    OwnSessions ownSessions(Sessions sessions, Accounts accounts) {
        return new RecordedSessions(sessions, accounts);
    }

    @Bean
    RenewableSessions renewableSessions(
            RowsAndEvents work,
            JdbcClient jdbc,
            PasswordAccounts accounts,
            AccessTokens tokens,
            Throttle throttle,
            Clock clock) {
        return new RotatingTokens(work, new RefreshTokens(jdbc, clock), accounts, tokens, throttle, clock);
    }

    @Bean
    PersonalTokens personalTokens(
            RowsAndEvents work, JdbcClient jdbc, Sessions sessions, Accounts accounts, Clock clock) {
        return new HashedTokens(work, jdbc, sessions, accounts, clock);
    }

    @Bean
    ErasureList erasureList(SecuritySettings settings) {
        return new ErasureList(settings);
    }

    @Bean
    Erasures erasures(
            JdbcClient jdbc,
            SubjectKeys keys,
            Belongings belongings,
            ErasureList list,
            RowsAndEvents work,
            Clock clock) {
        return new Erasures(jdbc, keys, belongings, list, work, clock);
    }

    @Bean
    AccountDeletion accountDeletion(
            RowsAndEvents work,
            PasswordChanges passwords,
            Credentials credentials,
            Sessions sessions,
            Links links,
            Erasures erasures) {
        return new ErasedAccounts(work, passwords, credentials, sessions, links, erasures, Thread::startVirtualThread);
    }

    @Bean
    SigningKeys signingKeys(
            JdbcClient jdbc, Secrets secrets, SecuritySettings settings, LedgerWakeUp otherNodes, Clock clock) {
        var keys = new SigningKeys(jdbc, secrets, settings.restSession().plus(PATIENCE), clock);
        otherNodes.onNotice(SigningKeys.CHANGED, keys);
        return keys;
    }

    @Bean
    AccessTokens accessTokens(SigningKeys keys, Sessions sessions, Clock clock) {
        return new JwtAccessTokens(keys, sessions, clock);
    }

    @Bean
    BrowserContinuity browserContinuity(SigningKeys keys, Sessions sessions, SecuritySettings settings, Clock clock) {
        return new BrowserContinuity(new JwtAccessTokens(keys, sessions, BrowserContinuity.AUDIENCE, clock), settings);
    }

    @Bean
    AccessCookie accessCookie(SecuritySettings settings) {
        return new AccessCookie(settings);
    }

    /** With a gateway of its own on the same bus: retries by the shared one would leave the transaction. */
    @Bean
    RowsAndEvents rowsAndEvents(CommandBus commands, PlatformTransactionManager transactions) {
        return new RowsAndEvents(
                DefaultCommandGateway.builder().commandBus(commands).build(), new TransactionTemplate(transactions));
    }

    @Bean
    Credentials credentials(JdbcClient jdbc, NameDigest digest, Clock clock) {
        return new Credentials(jdbc, digest, clock);
    }

    @Bean
    PasswordHashes passwordHashes() {
        return new PasswordHashes(
                PasswordHashes.argon2id(), Runtime.getRuntime().availableProcessors(), PATIENCE);
    }

    @Bean
    Throttle throttle(RateLimits limits, ClientAddress address, NameDigest digest) {
        return new Throttle(limits, address, digest);
    }

    @Bean
    PasswordAccounts accounts(
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
    Links links(JdbcClient jdbc, NameDigest digest, Secrets secrets, Clock clock) {
        return new Links(jdbc, digest, secrets, clock);
    }

    @Bean
    Sweep sweep(Links links, Sessions sessions, SigningKeys signing, Erasures erasures) {
        return new Sweep(links, sessions, signing, erasures);
    }

    @Bean
    PasswordChanges passwordChanges(
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

    @Bean
    EmailVerification emailVerification(RowsAndEvents work, QueryGateway queries, Links links, LinkMail mail) {
        return new MailedProof(work, new OwnAccounts(queries), links, mail);
    }

    @Bean
    AuthenticationProvider passwordAuthentication(Accounts accounts) {
        return new PasswordAuthentication(accounts);
    }

    @Bean
    EndSessionAtLogout endSessionAtLogout(Accounts accounts) {
        return new EndSessionAtLogout(accounts);
    }

    @Bean
    CorrelationDataProvider actorCorrelation() {
        return new ActorCorrelation();
    }

    /**
     * On the buses rather than the gateways: whoever sends a message, it carries who asks. A subscription, though, is kept
     * by its bus as it came, so the gateway that it comes through writes it as well.
     */
    @Bean
    SmartInitializingSingleton actorOnEveryMessage(
            CommandBus commands, QueryBus queries, ObjectProvider<QueryGateway> subscriptions) {
        return () -> {
            var interceptor = new ActorInterceptor();
            commands.registerDispatchInterceptor(interceptor);
            queries.registerDispatchInterceptor(interceptor);
            subscriptions.ifAvailable(gateway -> gateway.registerDispatchInterceptor(interceptor));
        };
    }
}
