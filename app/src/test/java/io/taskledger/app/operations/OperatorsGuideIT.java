package io.taskledger.app.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.taskledger.app.product.Form;
import io.taskledger.app.product.Installation;
import io.taskledger.app.product.OneProduct;
import io.taskledger.app.product.Product;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The blocks of {@code docs/operations.md}, from top to bottom, on an installation: each line is run as it stands there, or
 * {@link OperatorsGuide#elsewhere} says why not. SQL is run too.
 */
@ExtendWith(OneProduct.class)
class OperatorsGuideIT {

    private static final String PASSWORD = "typed as it is written";
    private static final String STOP = "# Stop the product.";
    private static final String ANOTHER_MACHINE = "# On the new machine.";
    private static final String START = "./taskledger";

    /** What the doctor says of a trial without backups elsewhere, mail or TLS: something may become wrong. */
    private static final Set<Integer> WARNS = Set.of(0, 1);

    @TempDir
    private Path parent;

    private Path desk;
    private Product product;
    private Instant beforeTheMistake = Instant.EPOCH;

    @BeforeAll
    static void install() {
        Installation.here();
    }

    @AfterEach
    void end() {
        if (product != null) {
            product.close();
        }
    }

    @Test
    void the_sql_works(Product shared) throws SQLException {
        var statements = OperatorsGuide.read().sql();
        assertThat(statements).hasSizeGreaterThan(3);
        try (var connection = shared.database().connect()) {
            connection.setAutoCommit(false);
            for (var statement : statements) {
                try (var run = connection.createStatement()) {
                    run.execute(statement.replace("LOGIN", "current_user"));
                }
                connection.rollback();
            }
        }
    }

    @Test
    void what_is_to_be_typed_works() throws Exception {
        Assumptions.assumeTrue(
                Form.isLong(), "some thirty commands, three starts; OperatorsGuideTest holds their words");
        prepare();
        for (var block : OperatorsGuide.read().blocks()) {
            var here = desk;
            for (var line : block) {
                type(line);
            }
            if (block.stream().anyMatch(line -> line.startsWith("./taskledger backup"))) {
                makeAMistake();
            }
            if (!desk.equals(here)) {
                assertThat(titles()).as("on the new machine").contains("Water the herbs");
                product.stop();
                moveTo(here);
            }
        }
        assertThat(titles()).as("after the restore").containsExactly("Water the herbs");
    }

    /** An instance with somebody at work, and somebody who was. */
    private void prepare() throws Exception {
        moveTo(desk("first"));
        var ada = product.rest();
        ada.register("ada", PASSWORD);
        ada.signIn("ada", PASSWORD).createTask("Water the herbs");
        ada.register("gone", PASSWORD);
        ada.signIn("gone", PASSWORD)
                .send("DELETE", "/users/me", "{\"current_password\": \"" + PASSWORD + "\"}", Map.of());
        Files.createDirectories(media().resolve("safe"));
        Files.writeString(media().resolve("safe/passphrase"), "nobody else knows it\n");
    }

    private void makeAMistake() throws Exception {
        beforeTheMistake = Instant.now();
        product.rest().signIn("ada", PASSWORD).createTask("A mistake");
    }

    private List<String> titles() {
        return product.rest().signIn("ada", PASSWORD).titles();
    }

    private Path media() {
        return parent.resolve("media");
    }

    private Path desk(String name) throws IOException {
        var folder = Files.createDirectory(parent.resolve(name));
        var script = Files.writeString(
                folder.resolve("taskledger"),
                "#!/bin/sh\nexec %s \"$@\"\n".formatted(Installation.here().commandLine(folder)));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    private void moveTo(Path folder) {
        desk = folder;
        product = Product.start(desk);
    }

    private void type(String line) throws Exception {
        if (OperatorsGuide.elsewhere(line).isPresent()) {
            return;
        }
        switch (line.replaceFirst("\\s+#.*", "")) {
            case STOP -> product.stop();
            case ANOTHER_MACHINE -> {
                product.stop();
                desk = desk("another");
            }
            case START -> product = Product.start(desk);
            case String command -> run(command);
        }
    }

    private void run(String command) throws Exception {
        var shell = new ProcessBuilder(
                        "sh",
                        "-euc",
                        command.replace("/media/", media() + "/")
                                .replace(
                                        "http://localhost:8080",
                                        product.address().toString())
                                .replace("2026-11-21T09:29:00Z", beforeTheMistake.toString()))
                .directory(desk.toFile())
                .redirectErrorStream(true);
        shell.environment().keySet().removeIf(name -> name.startsWith("TASKLEDGER_"));
        shell.environment().put("TASKLEDGER_PORT", Integer.toString(product.port()));
        var running = shell.start();
        var said = new String(running.getInputStream().readAllBytes());
        var exitCode = running.waitFor();
        assertThat(command.startsWith("./taskledger doctor") ? WARNS : Set.of(0))
                .as("%s said:\n%s", command, said)
                .contains(exitCode);
    }
}
