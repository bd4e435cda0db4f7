package io.taskledger.security.token;

import java.time.Clock;

import io.taskledger.security.Accounts;
import io.taskledger.security.RowsAndEvents;
import io.taskledger.security.SecuritySettings;
import io.taskledger.security.key.SigningKeys;
import io.taskledger.security.limit.Throttle;
import io.taskledger.security.password.PasswordAccounts;
import io.taskledger.security.session.Sessions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts tokens together. */
@Configuration(proxyBeanMethods = false)
public class TokenWiring {

    @Bean
    public AccessTokens accessTokens(SigningKeys keys, Sessions sessions, Clock clock) {
        return new JwtAccessTokens(keys, sessions, clock);
    }

    @Bean
    public AccessCookie accessCookie(SecuritySettings settings) {
        return new AccessCookie(settings);
    }

    @Bean
    public BrowserContinuity browserContinuity(
            SigningKeys keys, Sessions sessions, SecuritySettings settings, Clock clock) {
        return new BrowserContinuity(new JwtAccessTokens(keys, sessions, BrowserContinuity.AUDIENCE, clock), settings);
    }

    @Bean
    public RenewableSessions renewableSessions(
            RowsAndEvents work,
            JdbcClient jdbc,
            PasswordAccounts accounts,
            AccessTokens tokens,
            Throttle throttle,
            Clock clock) {
        return new RotatingTokens(work, new RefreshTokens(jdbc, clock), accounts, tokens, throttle, clock);
    }

    @Bean
    public PersonalTokens personalTokens(
            RowsAndEvents work, JdbcClient jdbc, Sessions sessions, Accounts accounts, Clock clock) {
        return new HashedTokens(work, jdbc, sessions, accounts, clock);
    }
}
