package io.taskledger.query.projection;

import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import com.zaxxer.hikari.HikariDataSource;
import io.taskledger.query.Databases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FirstVersionsTest {

    private final HikariDataSource database = Databases.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_first_start_makes_the_first_version_of_each_projection() {
        var versions = start();

        assertThat(versions.of(Projection.TASKS).schema()).isEqualTo("tasks_v1");
        assertThat(versions.of(Projection.ACCOUNTS).schema()).isEqualTo("accounts_v1");
        assertThat(tables("tasks_v1"))
                .containsExactlyInAnyOrder("task", "wording", "share", "comment", "file", "reminder", "token");
        assertThat(tables("accounts_v1")).containsExactlyInAnyOrder("account", "tag_colour", "token");
        assertThat(tables("workspaces_v1"))
                .containsExactlyInAnyOrder("workspace", "list", "member", "invitation", "token");
    }

    @Test
    void a_second_start_finds_what_the_first_made() {
        start();
        var versions = start();

        assertThat(versions.of(Projection.TASKS).schema()).isEqualTo("tasks_v1");
        assertThat(schemas())
                .containsExactlyInAnyOrder(
                        "tasks_v1", "accounts_v1", "workspaces_v1", "activity_v1", "statistics_v1", "history_v1");
        assertThat(tokens("tasks_v1")).isEqualTo(1);
    }

    @Test
    void a_changed_shape_makes_the_next_version_and_leaves_the_last_one_alone() {
        start();
        changeShape();
        anEvent();
        var versions = start();

        assertThat(versions.of(Projection.TASKS).schema()).isEqualTo("tasks_v2");
        assertThat(versions.of(Projection.ACCOUNTS).schema()).isEqualTo("accounts_v1");
        assertThat(tables("tasks_v2"))
                .containsExactlyInAnyOrder("task", "wording", "share", "comment", "file", "reminder", "token");
        assertThat(tokens("tasks_v1")).isEqualTo(1);
    }

    @Test
    void a_changed_shape_is_live_once_a_rebuild_has_filled_it_and_not_before() {
        start();
        changeShape();
        anEvent();
        start();

        assertThat(jdbc.sql("select version from readmodel.live_version where projection = 'tasks'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select state from readmodel.rebuild where projection = 'tasks'")
                        .query(String.class)
                        .single())
                .isEqualTo("WAITING");
    }

    @Test
    void on_an_empty_ledger_a_changed_shape_is_live_at_once() {
        start();
        changeShape();
        start();

        assertThat(jdbc.sql("select max(version) from readmodel.live_version where projection = 'tasks'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(start().of(Projection.TASKS).schema()).isEqualTo("tasks_v2");
    }

    @Test
    void nodes_that_start_at_the_same_time_agree() throws Exception {
        var nodes = 4;
        var together = new CyclicBarrier(nodes);
        var starts = new ArrayList<Callable<FirstVersions>>();
        for (int node = 0; node < nodes; node++) {
            starts.add(() -> {
                together.await();
                return start();
            });
        }
        try (var threads = Executors.newFixedThreadPool(nodes)) {
            for (var started : threads.invokeAll(starts)) {
                assertThat(started.get().of(Projection.TASKS).schema()).isEqualTo("tasks_v1");
            }
        }
        assertThat(schemas())
                .containsExactlyInAnyOrder(
                        "tasks_v1", "accounts_v1", "workspaces_v1", "activity_v1", "statistics_v1", "history_v1");
    }

    @Test
    void a_start_that_fails_half_way_leaves_nothing() {
        // A schema in the way, as an operator's mistake may leave it.
        jdbc.sql("create schema tasks_v1").update();

        assertThat(catching(this::start)).isNotNull();
        assertThat(jdbc.sql("select count(*) from readmodel.live_version where projection = 'tasks'")
                        .query(Long.class)
                        .single())
                .isZero();
        jdbc.sql("drop schema tasks_v1").update();
        assertThat(start().of(Projection.TASKS).schema()).isEqualTo("tasks_v1");
    }

    @Test
    void a_name_that_no_projection_has_is_refused() {
        var versions = start();

        assertThat(versions.isProjection("automation")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> versions.of("automation"));
    }

    private FirstVersions start() {
        return new FirstVersions(
                jdbc, new Versions(jdbc, new TransactionTemplate(new DataSourceTransactionManager(database))));
    }

    private void changeShape() {
        jdbc.sql("update readmodel.live_version set shape = 'of an earlier release' where projection = 'tasks'")
                .update();
    }

    private void anEvent() {
        jdbc.sql("""
                        insert into ledger.event (type, event_id, happened_at, payload, metadata)
                        values ('something', gen_random_uuid(), now(), '{}', '{}')""").update();
    }

    private long tokens(String schema) {
        return jdbc.sql("select count(*) from " + schema + ".token")
                .query(Long.class)
                .single();
    }

    private Set<String> schemas() {
        return jdbc.sql("select nspname from pg_namespace where nspname ~ '_v[0-9]+$'").query(String.class).stream()
                .collect(Collectors.toSet());
    }

    private Set<String> tables(String schema) {
        return jdbc
                .sql("select tablename from pg_tables where schemaname = :schema")
                .param("schema", schema)
                .query(String.class)
                .stream()
                .collect(Collectors.toSet());
    }

    private static Throwable catching(Runnable attempt) {
        try {
            attempt.run();
            return null;
        } catch (RuntimeException failed) {
            return failed;
        }
    }
}
