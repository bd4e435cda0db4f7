package io.taskledger.security;

import io.taskledger.messages.account.NameDigest;
import io.taskledger.security.erasure.ErasureWiring;
import io.taskledger.security.erasure.Erasures;
import io.taskledger.security.key.KeyWiring;
import io.taskledger.security.key.SigningKeys;
import io.taskledger.security.limit.ClientAddress;
import io.taskledger.security.limit.RateLimits;
import io.taskledger.security.limit.Throttle;
import io.taskledger.security.link.LinkWiring;
import io.taskledger.security.link.Links;
import io.taskledger.security.password.PasswordWiring;
import io.taskledger.security.session.SessionWiring;
import io.taskledger.security.session.Sessions;
import io.taskledger.security.token.TokenWiring;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts this module together: what every message carries, and what the features share; each feature has its own wiring. Wants
 * from outside: {@link SecuritySettings}, {@link io.taskledger.security.limit.RateLimits}, a {@link java.time.Clock}, Axon's
 * buses, the other nodes' {@link io.taskledger.ledger.LedgerWakeUp}, a database, and what the features ask for.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    KeyWiring.class,
    SessionWiring.class,
    TokenWiring.class,
    PasswordWiring.class,
    LinkWiring.class,
    ErasureWiring.class
})
public class SecurityWiring {

    /** Qualifies the connections that subjects' keys are read and made on; two are enough. */
    public static final String KEYS = "keys";

    /** With a gateway of its own on the same bus: retries by the shared one would leave the transaction. */
    @Bean
    RowsAndEvents rowsAndEvents(CommandBus commands, PlatformTransactionManager transactions) {
        return new RowsAndEvents(
                DefaultCommandGateway.builder().commandBus(commands).build(), new TransactionTemplate(transactions));
    }

    @Bean
    Throttle throttle(RateLimits limits, ClientAddress address, NameDigest digest) {
        return new Throttle(limits, address, digest);
    }

    @Bean
    Sweep sweep(Links links, Sessions sessions, SigningKeys signing, Erasures erasures) {
        return new Sweep(links, sessions, signing, erasures);
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
