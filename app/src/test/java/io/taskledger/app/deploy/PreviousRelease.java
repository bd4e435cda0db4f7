package io.taskledger.app.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.taskledger.app.product.Installation;
import org.junit.jupiter.api.Assumptions;

/**
 * A checkout of an older commit, built as an operator builds it; one whose access tokens are those of today.
 * {@code -Dtaskledger.previous} names another.
 */
final class PreviousRelease {

    private static final String COMMIT = System.getProperty("taskledger.previous", "0d534d1");

    private PreviousRelease() {}

    /** Once for all runs. */
    static Path built() throws IOException, InterruptedException {
        var checkout = Installation.ROOT.resolve("target/previous").resolve(COMMIT);
        if (!Files.isDirectory(checkout)) {
            var root = Installation.ROOT.toString();
            Assumptions.assumeTrue(
                    ran("git", "-C", root, "cat-file", "-e", COMMIT + "^{commit}"),
                    "the history does not reach back to " + COMMIT);
            Files.createDirectories(checkout.resolveSibling(""));
            var half = checkout.resolveSibling(COMMIT + ".new");
            require("git", "clone", "--quiet", "--shared", "--no-checkout", root, half.toString());
            require("git", "-C", half.toString(), "checkout", "--quiet", "--detach", COMMIT);
            Files.move(half, checkout);
        }
        require(checkout.resolve("taskledger").toString(), "--version");
        return checkout;
    }

    private static void require(String... command) throws IOException, InterruptedException {
        if (!ran(command)) {
            throw new AssertionError(String.join(" ", command) + " failed");
        }
    }

    private static boolean ran(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }
}
