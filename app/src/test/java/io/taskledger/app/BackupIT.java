package io.taskledger.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.taskledger.app.backup.BackupFolder;
import io.taskledger.app.backup.Restore;
import io.taskledger.app.product.Form;
import io.taskledger.app.product.Installation;
import io.taskledger.app.product.Installation.Ran;
import io.taskledger.app.product.ManyTasks;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.ReadModels;
import io.taskledger.app.product.Rest;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.postgres.ConnectionDetails;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A disaster, drilled: what was there at an instant is there again, on a machine with nothing but a backup and the key. */
class BackupIT {

    private static final String PASSWORD = "one that is written down";
    private static final Map<String, String> QUIET = Map.of("TASKLEDGER_DEMO", "off");
    private static final int KILLS = Form.of(1, 20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration ARCHIVING = Duration.ofSeconds(1);

    private static final String ARCHIVER = """
            select case
                when last_failed_time > coalesce(last_archived_time, '-infinity') then 'is stuck at ' || last_failed_wal
                else 'goes on' end
            from pg_stat_archiver""";

    private static final String LEDGER = """
            select count(*) || ' ' || md5(string_agg(concat_ws('|', position, stream_id, sequence_number, type, event_id,
                happened_at, recorded_at, encode(payload, 'hex'), encode(metadata, 'hex')), ',' order by position))
            from ledger.event""";

    @TempDir
    private Path parent;

    @Test
    void what_was_there_at_an_instant_is_there_again_and_nothing_later() throws Exception {
        var home = Files.createDirectory(parent.resolve("before"));
        Instant instant;
        String ledger;
        String rows;
        String task;
        String early;
        String late;
        try (var running = new Running(Product.start(home, QUIET))) {
            running.product.rest().register("rita", PASSWORD);
            var rita = running.product.rest().signIn("rita", PASSWORD);
            task = rita.createTask("Before the backup");
            early = upload(running.product, rita, task, "early.txt");
            assertThat(succeeded(running.product.run("backup"))).contains("1 files", "The master key is not in it");
            for (int kill = 0; kill < KILLS; kill++) {
                rita.createTask("Before kill " + kill);
                running.killWhileArchiving(kill % 2 == 1);
                rita = running.signedIn();
            }
            var product = running.product;
            late = upload(product, rita, task, "late.txt");
            rita.patch("/tasks/" + task, Map.of("title", "After the backup")).expecting(200);
            awaitShown(product);
            ledger = one(product.database(), LEDGER);
            rows = new ReadModels(product.database()).digest();
            instant = Instant.parse(one(
                    product.database(),
                    "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
            rita.patch("/tasks/" + task, Map.of("title", "Too late")).expecting(200);
            rita.createTask("Later still");
            if (Form.isLong()) {
                assertThat(succeeded(product.run("verify-backup"))).contains("is whole");
            }
            assertThat(one(product.database(), ARCHIVER)).isEqualTo("goes on");
            product.stop();
        }
        var backups = home.resolve("data/backups");
        assertThatThrownBy(() -> restore(home, backups)).hasMessageContaining("is not empty");
        var empty = Files.createDirectory(parent.resolve("after"));
        assertThatThrownBy(() -> restore(empty, backups)).hasMessageStartingWith("The master key is in no backup");
        copyKey(home, empty);
        succeeded(Installation.here()
                .run(empty, QUIET, "restore", "--from", backups.toString(), "--to", instant.toString()));

        try (var product = Product.start(empty, QUIET)) {
            assertThat(one(product.database(), LEDGER)).isEqualTo(ledger);
            assertThat(new ReadModels(product.database()).digest()).isEqualTo(rows);
            var models = new ReadModels(product.database());
            assertThat(models.outline()).isEqualTo(models.outlineOfEvents());
            var rita = product.rest().signIn("rita", PASSWORD);
            assertThat(rita.titles())
                    .hasSize(1 + KILLS)
                    .contains("After the backup")
                    .doesNotContain("Too late");
            assertThat(download(product, rita, early)).isEqualTo("early.txt");
            assertThat(download(product, rita, late)).isEqualTo("late.txt");
            rita.createTask("Life goes on");
        }
    }

    @Test
    void a_million_events_are_back_within_five_minutes() throws Exception {
        Assumptions.assumeTrue(Form.isLong(), "a matter of minutes");
        var home = Files.createDirectory(parent.resolve("before"));
        ManyTasks.fill(home, 1_000_000);
        String ledger;
        try (var product = Product.start(home)) {
            var taking = System.nanoTime();
            succeeded(product.run("backup"));
            System.out.printf("A million events: a backup in %s%n", since(taking));
            ledger = one(product.database(), LEDGER);
            product.stop();
        }
        var empty = Files.createDirectory(parent.resolve("after"));
        copyKey(home, empty);

        var began = System.nanoTime();
        succeeded(Installation.here()
                .run(
                        empty,
                        Map.of(),
                        "restore",
                        "--from",
                        home.resolve("data/backups").toString()));
        try (var product = Product.start(empty)) {
            System.out.printf("A million events: back, and ready, in %s%n", since(began));
            assertThat(since(began)).isLessThan(Duration.ofMinutes(5));
            assertThat(one(product.database(), LEDGER)).isEqualTo(ledger);
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /** A product that is killed and started again. */
    private static final class Running implements AutoCloseable {

        private Product product;

        private Running(Product product) {
            this.product = product;
        }

        /** At a moment when half a segment lies in the archive, if it can be met. */
        void killWhileArchiving(boolean withJvm) throws Exception {
            one(product.database(), "select pg_switch_wal()::text");
            var until = System.nanoTime() + ARCHIVING.toNanos();
            while (!isArchiving() && System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            var server = Stream.concat(product.postmaster().descendants(), Stream.of(product.postmaster()))
                    .toList();
            if (withJvm) {
                product.kill();
            }
            server.forEach(ProcessHandle::destroyForcibly);
            server.forEach(process -> process.onExit().join());
            if (withJvm) {
                product = Product.start(product.home(), QUIET);
            }
        }

        private boolean isArchiving() throws IOException {
            try (var archives = Files.walk(product.home().resolve("data/backups/wal"))) {
                return archives.anyMatch(file -> file.getFileName().toString().startsWith("archtemp"));
            } catch (UncheckedIOException gone) {
                return true;
            }
        }

        /** Waits until the JVM, where it lives on, has started PostgreSQL again. */
        Rest signedIn() {
            awaitWritable(product);
            return product.rest().signIn("rita", PASSWORD);
        }

        @Override
        public void close() {
            product.close();
        }
    }

    private static void copyKey(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolve("data/keys"));
        Files.copy(
                from.resolve("data/keys/master.key"),
                to.resolve("data/keys/master.key"),
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static void restore(Path home, Path backups) throws IOException, SQLException {
        new Restore(TaskledgerSettings.of(QUIET, home), new BackupFolder(backups)).run(Optional.empty(), false);
    }

    private static String succeeded(Ran ran) {
        assertThat(ran.exitCode()).as(ran.errors()).isZero();
        return ran.out();
    }

    /** The JVM lives on and starts PostgreSQL again. */
    private static void awaitWritable(Product product) {
        product.awaitReady();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (product.rest()
                        .post("/auth/login", Map.of("username", "rita", "password", PASSWORD))
                        .status()
                != 200) {
            assertThat(System.nanoTime()).as("writable again in time").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static void awaitShown(Product product) throws SQLException {
        var models = new ReadModels(product.database());
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!models.outline().equals(models.outlineOfEvents())) {
            assertThat(System.nanoTime()).as("shown in time").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** @return where it is downloaded from; it says its own name */
    private static String upload(Product product, Rest rest, String task, String name) throws Exception {
        var body = "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + name + "\r\n--line--\r\n";
        var answer = send(request(product, rest, "/tasks/" + task + "/files")
                .header("Content-Type", "multipart/form-data; boundary=line")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body().replaceAll("(?s).*\"id\":\"(file-[^\"]+)\".*", "$1");
    }

    private static String download(Product product, Rest rest, String file) throws Exception {
        return send(request(product, rest, "/files/" + file)).body();
    }

    private static HttpRequest.Builder request(Product product, Rest rest, String path) {
        return HttpRequest.newBuilder(URI.create(product.address() + "/api/v1" + path))
                .header("Authorization", "Bearer " + rest.token());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static String one(ConnectionDetails database, String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
