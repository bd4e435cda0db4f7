package io.taskledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

import io.taskledger.bench.product.Node;
import io.taskledger.bench.product.StreamLengths;
import io.taskledger.postgres.ConnectionDetails;
import io.taskledger.postgres.PostgresOptions;
import io.taskledger.postgres.TemporaryPostgres;

/** The one PostgreSQL of a run, as the product runs it (every commit is on the disk), and databases on it. */
final class Stage implements AutoCloseable {

    private final TemporaryPostgres server = TemporaryPostgres.start(
            // Room for the plain connections beside a node or two.
            PostgresOptions.forKeeps()
                    .withSettings(Map.of("max_connections", "200", "shared_preload_libraries", "pg_stat_statements")));
    private final Path data;
    private final int events;
    private final int tasks;

    /**
     * @param events how many events a rebuild is measured with
     * @param tasks how many tasks answers over REST are measured with
     */
    Stage(int events, int tasks) throws IOException {
        this.events = events;
        this.tasks = tasks;
        data = Files.createTempDirectory("taskledger-bench-");
    }

    int events() {
        return events;
    }

    int tasks() {
        return tasks;
    }

    Path data() {
        return data;
    }

    ConnectionDetails database() {
        return server.freshDatabase();
    }

    /** The lengths of streams that ledgers are filled with. */
    StreamLengths lengths() throws IOException {
        return StreamLengths.ofCasesIn(
                Path.of(System.getProperty("bench.samples", "../shared/samples"), "incidents-2013.csv"));
    }

    /** A node on a database of its own. */
    Node node() {
        return Node.start(database(), data);
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
