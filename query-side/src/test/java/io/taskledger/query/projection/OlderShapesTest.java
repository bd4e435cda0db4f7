package io.taskledger.query.projection;

import java.time.Instant;

import com.zaxxer.hikari.HikariDataSource;
import io.taskledger.query.Databases;
import io.taskledger.query.projection.Versions.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class OlderShapesTest {

    private static final String TASKS = Projection.TASKS;

    private final HikariDataSource database = Databases.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Versions versions =
            new Versions(jdbc, new TransactionTemplate(new DataSourceTransactionManager(database)));
    private final Leftovers leftovers = new Leftovers(jdbc, versions);

    private Version oldest;
    private Version last;
    private Version own;

    @BeforeEach
    void three_releases() {
        oldest = release("the first release", 3);
        last = release("the last release", 2);
        own = release(versions.shape(TASKS), 1);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void only_the_last_release_can_be_rolled_back_to() {
        assertThat(leftovers.any(TASKS)).isTrue();
        leftovers.sweep(TASKS);
        awhileLater();
        leftovers.sweep(TASKS);

        assertThat(isThere(oldest)).isFalse();
        assertThat(isThere(last)).isTrue();
        assertThat(isThere(own)).isTrue();
        assertThat(jdbc.sql("select version from readmodel.live_version order by version")
                        .query(Integer.class)
                        .list())
                .containsExactly(last.number(), own.number());
        assertThat(leftovers.any(TASKS)).isFalse();
    }

    @Test
    void what_a_node_still_feeds_stays() {
        claim(Instant.now());

        assertThat(leftovers.any(TASKS)).isFalse();
        leftovers.sweep(TASKS);
        awhileLater();
        leftovers.sweep(TASKS);
        assertThat(isThere(oldest)).isTrue();
    }

    @Test
    void a_claim_of_a_node_that_is_gone_holds_nothing() {
        claim(Instant.now().minusSeconds(3_600));

        assertThat(leftovers.any(TASKS)).isTrue();
    }

    private Version release(String shape, int daysAgo) {
        var version = versions.make(TASKS);
        new Tokens(jdbc).write(version, 0);
        versions.feed(version);
        jdbc.sql("update readmodel.version set shape = :shape where projection = :projection and version = :version")
                .param("shape", shape)
                .param("projection", TASKS)
                .param("version", version.number())
                .update();
        jdbc.sql("""
                        insert into readmodel.live_version (projection, version, shape, since)
                        values (:projection, :version, :shape, now() - make_interval(days => :days))""")
                .param("projection", TASKS)
                .param("version", version.number())
                .param("shape", shape)
                .param("days", daysAgo)
                .update();
        return version;
    }

    private void claim(Instant at) {
        jdbc.sql("update %s.token set owner = 'a node', timestamp = :at".formatted(oldest.schema()))
                .param("at", at.toString())
                .update();
    }

    /** What was retired has been seen to be by every node. */
    private void awhileLater() {
        jdbc.sql("update readmodel.version set retired_at = retired_at - interval '1 minute'")
                .update();
    }

    private boolean isThere(Version version) {
        return jdbc.sql("select to_regnamespace(:schema) is not null")
                .param("schema", version.schema())
                .query(Boolean.class)
                .single();
    }
}
