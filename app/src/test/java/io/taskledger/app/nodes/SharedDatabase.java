package io.taskledger.app.nodes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.taskledger.app.product.Product;
import io.taskledger.postgres.ConnectionDetails;
import io.taskledger.postgres.TemporaryPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that somebody else runs, for several nodes; a test may look into it. */
final class SharedDatabase {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ConnectionDetails details = TemporaryPostgres.shared().freshDatabase();
    private final JdbcClient sql =
            JdbcClient.create(new DriverManagerDataSource(details.jdbcUrl(), details.user(), details.password()));

    ConnectionDetails details() {
        return details;
    }

    JdbcClient sql() {
        return sql;
    }

    Map<String, String> settings() {
        return Map.of(
                "TASKLEDGER_PORT", "0",
                "TASKLEDGER_DATABASE_URL", details.jdbcUrl(),
                "TASKLEDGER_DATABASE_USER", details.user(),
                "TASKLEDGER_DATABASE_PASSWORD", details.password(),
                "TASKLEDGER_MASTER_KEY", "ab".repeat(32));
    }

    Product node(Path home) {
        return Product.start(home, settings());
    }

    /** How far a version has got. */
    long position(String schema) {
        return sql.sql("select convert_from(token, 'UTF8')::json ->> 'globalIndex' from %s.token".formatted(schema))
                .query(Long.class)
                .single();
    }

    /** Whether the node is the one that feeds a version. */
    boolean feeds(Product node, String schema) {
        return sql
                .sql("select owner from %s.token where owner is not null".formatted(schema))
                .query(String.class)
                .list()
                .stream()
                .anyMatch(owner -> owner.startsWith(node.pid() + "@"));
    }

    long head() {
        return sql.sql("select max(position) from ledger.event")
                .query(Long.class)
                .single();
    }

    /** The types of a stream's events, in the order of their positions; sequence numbers are checked to be gapless. */
    List<String> types(String stream) {
        return sql.sql("""
                        select type, sequence_number = row_number() over (order by position) - 1 as in_order
                        from ledger.event where stream_id = :stream order by position""")
                .param("stream", stream)
                .query((row, number) -> {
                    if (!row.getBoolean("in_order")) {
                        throw new AssertionError(stream + " has a gap before its event " + number);
                    }
                    return row.getString("type");
                })
                .list();
    }

    static <T> T await(Supplier<T> look, Predicate<T> wanted) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var seen = look.get();
        while (!wanted.test(seen)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("still " + seen);
            }
            LockSupport.parkNanos(5_000_000);
            seen = look.get();
        }
        return seen;
    }
}
