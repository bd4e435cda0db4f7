package io.taskledger.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import io.taskledger.app.product.Installation;
import io.taskledger.app.product.OneProduct;
import io.taskledger.app.product.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole ledger out of a running product and into another one. */
@ExtendWith(OneProduct.class)
class LedgerMoveIT {

    private static final String PASSWORD = "moving house slowly";
    private static final String NEW_PASSWORD = "another one by now";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path home;

    @Test
    void a_ledger_moves_with_all_that_people_read_and_nobody_is_sent_anything(Product product) throws Exception {
        product.rest().register("mover", PASSWORD);
        product.rest().register("leaver", PASSWORD);
        var mover = product.rest().signIn("mover", PASSWORD);
        var task = mover.createTask("Pack the ferns 🌱");
        mover.patch("/tasks/" + task, Map.of("completed", true)).expecting(200);
        var leaver = product.rest().signIn("leaver", PASSWORD);
        leaver.createTask("Leave no trace");
        leaver.send("DELETE", "/users/me", "{\"current_password\":\"" + PASSWORD + "\"}", Map.of())
                .expecting(204);
        var secret = Files.writeString(home.resolve("secret"), "a passphrase of some words\n");
        var file = home.resolve("ledger.jsonl").toString();

        var written = product.run("history", "export", file, "--passphrase-file", secret.toString());
        assertThat(written.exitCode()).as(written.errors()).isZero();
        assertThat(Files.readString(Path.of(file))).doesNotContain("Pack the ferns", "mover@example.org");
        var upTo = Long.parseLong(written.out()
                .replaceAll("(?s).*up to position (\\d+)\\..*", "$1")
                .strip());
        var there = replay(product.run("history", "replay", "--to-position", Long.toString(upTo), "--json"));

        var target = home.resolve("target");
        Files.createDirectory(target);
        var quiet = Map.of("TASKLEDGER_DEMO", "off");
        var read = Installation.here()
                .run(target, quiet, "history", "import", file, "--passphrase-file", secret.toString());
        assertThat(read.exitCode()).as(read.errors()).isZero();
        var again = Installation.here()
                .run(target, quiet, "history", "import", file, "--passphrase-file", secret.toString());
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.errorLines()).singleElement().asString().startsWith("This instance is not empty");

        try (var moved = Product.start(target, quiet)) {
            assertThat(replay(moved.run("history", "replay", "--to-position", Long.toString(upTo), "--json")))
                    .isEqualTo(there);
            var compared = moved.run("history", "replay");
            assertThat(compared.exitCode()).as(compared.out()).isZero();
            assertThat(compared.out()).contains("what people read is what it says");

            moved.rest()
                    .post("/auth/login", Map.of("username", "mover", "password", PASSWORD))
                    .expecting(401);
            moved.rest()
                    .post("/auth/register", Map.of("username", "Mover", "email", "m@example.org", "password", PASSWORD))
                    .expecting(409);
            assertThat(letters(target.resolve("data/mail"))).isEmpty();
            assertSetsAPassword(moved, target.resolve("data/mail"));
            assertThat(moved.rest().signIn("mover", NEW_PASSWORD).titles()).containsExactly("Pack the ferns 🌱");
        } finally {
            FileSystemUtils.deleteRecursively(target);
        }
    }

    @Test
    void what_happened_to_a_task_is_told_on_the_command_line(Product product) {
        product.rest().register("teller", PASSWORD);
        var teller = product.rest().signIn("teller", PASSWORD);
        var task = teller.createTask("Water");
        teller.patch("/tasks/" + task, Map.of("title", "Water all")).expecting(200);

        assertThat(product.run("history", "task", task).out().lines())
                .anyMatch(line -> line.endsWith("  v0  task.created  by teller"))
                .anyMatch(line -> line.endsWith("  v1  task.edited  by teller"))
                .contains("  title: \"Water\" -> \"Water all\"");
        assertThat(product.run("history", "diff", task, "--from", "0").out().lines())
                .contains("title: \"Water\" -> \"Water all\"");
        assertThat(product.run("history", "blame", task).out().lines())
                .anyMatch(line -> line.startsWith("title: \"Water all\", by teller at "));
        assertThat(product.run("history", "diff", task, "--to", "99").exitCode())
                .isEqualTo(1);
        assertThat(product.run("history", "task", "task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE")
                        .errorLines())
                .containsExactly("There is no task task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE.");
    }

    private static void assertSetsAPassword(Product moved, Path folder) throws Exception {
        moved.rest()
                .post("/auth/password-reset/request", Map.of("email", "mover@example.org"))
                .expecting(200);
        var text = (String)
                ((Multipart) letterIn(folder).getContent()).getBodyPart(0).getContent();
        var token = text.replaceAll("(?s).*/password-reset\\?token=([A-Za-z0-9_-]+).*", "$1");
        moved.rest()
                .post("/auth/password-reset/verify", Map.of("token", token, "new_password", NEW_PASSWORD))
                .expecting(200);
    }

    /** The only one; waited for. */
    private static MimeMessage letterIn(Path folder) throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (letters(folder).isEmpty()) {
            assertThat(System.nanoTime()).as("no mail came").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        try (var in = Files.newInputStream(letters(folder).getFirst())) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }

    private static List<Path> letters(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml")).toList();
        }
    }

    private static JsonNode replay(Installation.Ran ran) {
        assertThat(ran.exitCode()).as(ran.errors()).isZero();
        return JsonMapper.shared().readTree(ran.out());
    }
}
