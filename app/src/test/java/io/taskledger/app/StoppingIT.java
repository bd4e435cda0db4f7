package io.taskledger.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.taskledger.app.product.FiftyActions;
import io.taskledger.app.product.Installation;
import io.taskledger.app.product.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Starting beside another one, and stopping in good order; what was done before can be taken back after it. */
class StoppingIT {

    /** 128 + SIGTERM, as a JVM ends that was told to. */
    private static final int TERMINATED = 143;

    private static final String PASSWORD = "nothing done is lost";

    @TempDir
    private Path home;

    @Test
    void sigterm_stops_the_product_and_then_its_postgresql_in_good_order(@TempDir Path other) throws IOException {
        FiftyActions actions;
        try (var product = Product.start(home)) {
            var postmaster = product.postmaster();
            actions = actions(product);
            actions.areDone();

            assertThat(product.stop()).isEqualTo(TERMINATED);

            assertThat(postmaster.isAlive()).isFalse();
            assertThat(Product.postmasterFile(home)).doesNotExist();
            assertThat(product.output()).doesNotContain("ERROR", "WARN", "Exception");
        }
        try (var again = Product.start(home)) {
            assertThat(again.output()).doesNotContain("ERROR", "WARN", "Exception");
            assertThat(postgresLog()).doesNotContain("not properly shut down", "was interrupted");
            actions.areUndoneAt(again);
            a_second_instance_is_told_that_the_folder_or_the_port_is_in_use(again, other);
        }
    }

    private static FiftyActions actions(Product product) {
        product.rest().register("helper", PASSWORD);
        product.rest().register("doer", PASSWORD);
        return new FiftyActions(product.rest().signIn("doer", PASSWORD), "helper", 50);
    }

    private void a_second_instance_is_told_that_the_folder_or_the_port_is_in_use(Product first, Path other) {
        var second = Installation.here().run(home, Map.of("TASKLEDGER_PORT", "0"));

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.out()).isEmpty();
        assertThat(second.errorLines())
                .singleElement()
                .asString()
                .contains("another Taskledger", home.resolve("data").toString(), "is using");
        assertThat(first.rest().answers("/ready")).isTrue();
        a_port_in_use_is_named(first, other);
    }

    private static void a_port_in_use_is_named(Product first, Path other) {
        var port = Integer.toString(first.port());

        var second = Installation.here().run(other, Map.of("TASKLEDGER_PORT", port));

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.errorLines()).singleElement().asString().contains("TASKLEDGER_PORT " + port, "in use");
        assertThat(Product.postmasterFile(other)).doesNotExist();
    }

    private String postgresLog() throws IOException {
        var log = new StringBuilder();
        try (var files = Files.list(home.resolve("data/postgres/log"))) {
            for (var file : files.toList()) {
                log.append(Files.readString(file));
            }
        }
        assertThat(log.toString()).as("the log is where it is looked for").contains("ready to accept connections");
        return log.toString();
    }
}
