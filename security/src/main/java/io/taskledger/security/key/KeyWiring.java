package io.taskledger.security.key;

import java.time.Clock;
import java.time.Duration;

import io.taskledger.ledger.LedgerWakeUp;
import io.taskledger.ledger.personal.PersonalCipher;
import io.taskledger.messages.account.NameDigest;
import io.taskledger.security.SecuritySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts the keys together. Those of subjects come from {@link io.taskledger.security.erasure.ErasureWiring}: whoever was erased goes first.
 */
@Configuration(proxyBeanMethods = false)
public class KeyWiring {

    /** A token may still be on its way when its session ends. */
    private static final Duration LATE = Duration.ofSeconds(5);

    @Bean
    public Secrets secrets(SecuritySettings settings, JdbcClient jdbc) {
        return Secrets.open(settings, new KeyCheck(jdbc));
    }

    @Bean
    public NameDigest nameDigest(Secrets secrets) {
        return new ReservedNames(secrets);
    }

    @Bean
    public PersonalCipher personalCipher(SubjectKeys keys) {
        return new SubjectCipher(keys);
    }

    @Bean
    public SigningKeys signingKeys(
            JdbcClient jdbc, Secrets secrets, SecuritySettings settings, LedgerWakeUp otherNodes, Clock clock) {
        var keys = new SigningKeys(jdbc, secrets, settings.restSession().plus(LATE), clock);
        otherNodes.onNotice(SigningKeys.CHANGED, keys);
        return keys;
    }
}
