package io.taskledger.app.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

import org.springframework.util.FileSystemUtils;

/**
 * A product that one class of tests has for itself for a while. It may be frozen, stopped, killed and started again, and is
 * to be whole when it is given back; what others did there before is still in it.
 */
public final class Lent {

    private final Path home;
    private Product product;
    private long events;

    Lent() {
        try {
            home = Files.createTempDirectory("taskledger-lent");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        product = Product.start(home);
    }

    /** The one that runs now, or ran last. */
    public Product product() {
        return product;
    }

    /** Where its data are. */
    public Path home() {
        return home;
    }

    /** Again, after it was stopped or killed. */
    public Product start() {
        product = Product.start(home);
        return product;
    }

    /** Of {@link ManyTasks}; 0 where it has none. */
    long events() {
        return events;
    }

    void fill(long many) throws SQLException {
        ManyTasks.live(product.rest());
        var database = product.database();
        // What is left is PostgreSQL alone: nobody follows what is copied.
        product.kill();
        ManyTasks.copy(database, many);
        events = many;
        start();
    }

    void makeReady() {
        if (product.isRunning()) {
            product.awaitReady();
        } else {
            start();
        }
    }

    void remove() {
        if (product.isRunning()) {
            // Killed, it would leave a PostgreSQL that still writes where all is about to be removed.
            product.stop();
        }
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
