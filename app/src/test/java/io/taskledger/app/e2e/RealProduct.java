package io.taskledger.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.taskledger.app.Taskledger;
import io.taskledger.app.product.Rest;
import io.taskledger.app.settings.TaskledgerSettings;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The whole product in this JVM, with its own PostgreSQL in a folder that goes away with it. */
final class RealProduct implements AutoCloseable {

    private final Path home;
    private final URI address;
    private final ConfigurableApplicationContext running;

    private RealProduct(Path home, URI address, ConfigurableApplicationContext running) {
        this.home = home;
        this.address = address;
        this.running = running;
    }

    static RealProduct start() {
        try {
            var home = Files.createTempDirectory("taskledger-e2e");
            var port = freePort();
            var address = URI.create("http://127.0.0.1:" + port);
            var settings = TaskledgerSettings.of(
                    Map.of(
                            "TASKLEDGER_PORT",
                            Integer.toString(port),
                            "TASKLEDGER_PUBLIC_URL",
                            address.toString(),
                            "TASKLEDGER_DEMO",
                            "on",
                            "TASKLEDGER_RATE_LIMITS",
                            "off"),
                    home);
            return new RealProduct(
                    home, address, Taskledger.application(settings, true).run());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return address;
    }

    Rest rest() {
        return new Rest(address, "");
    }

    @Override
    public void close() throws IOException {
        running.close();
        FileSystemUtils.deleteRecursively(home);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
