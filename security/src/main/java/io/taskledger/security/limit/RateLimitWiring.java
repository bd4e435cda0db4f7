package io.taskledger.security.limit;

import java.time.Clock;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the counting together. Wants from outside: {@link RateLimitSettings}, a {@link Clock} and a database. */
@Configuration(proxyBeanMethods = false)
public class RateLimitWiring {

    @Bean
    RateLimits rateLimits(DataSource database, RateLimitSettings settings, Clock clock) {
        return new PostgresRateLimits(database, settings, clock);
    }
}
