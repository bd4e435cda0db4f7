package io.taskledger.app.health;

import javax.sql.DataSource;

import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One look at the database, not one for each pool: a database that is away is waited for each time. */
@Configuration(proxyBeanMethods = false)
class DatabaseHealth {

    @Bean
    HealthIndicator dbHealthIndicator(DataSource database) {
        return new DataSourceHealthIndicator(database);
    }
}
