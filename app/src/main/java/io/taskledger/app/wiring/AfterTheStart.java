package io.taskledger.app.wiring;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Gives back the connections that only the start needed, when everything begins at once. Each is a process of PostgreSQL
 * with some megabytes of its own, and the pools hand all of them round, so that none is ever idle for long.
 */
final class AfterTheStart {

    private final List<HikariDataSource> pools;

    AfterTheStart(List<HikariDataSource> pools) {
        this.pools = pools;
    }

    /** Once. Connections that are in use are closed as they come back. */
    @Scheduled(initialDelay = 20, timeUnit = TimeUnit.SECONDS)
    void giveBack() {
        pools.forEach(pool ->
                Optional.ofNullable(pool.getHikariPoolMXBean()).ifPresent(HikariPoolMXBean::softEvictConnections));
    }
}
