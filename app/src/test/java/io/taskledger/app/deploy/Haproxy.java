package io.taskledger.app.deploy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import io.taskledger.app.product.Installation;
import io.taskledger.app.product.Product;
import io.taskledger.app.product.Rest;

/** HAProxy with {@code deploy/haproxy.cfg}, but for addresses and TLS, in front of a fleet. */
record Haproxy(Process process, int port) implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/haproxy");

    static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    static Haproxy inFrontOf(Fleet fleet) throws IOException {
        var port = Product.freePort();
        var configuration = Files.writeString(
                fleet.folder().resolve("haproxy.cfg"),
                Files.readString(Installation.ROOT.resolve("deploy/haproxy.cfg"))
                        .replace("bind :8080", "bind 127.0.0.1:" + Product.freePort())
                        .replace("bind :8443 ssl crt /certs/taskledger.pem alpn h2,http/1.1", "bind 127.0.0.1:" + port)
                        .replace("app:8080", "127.0.0.1:" + fleet.port("a"))
                        .replace("app2:8080", "127.0.0.1:" + fleet.port("b")));
        var process = new ProcessBuilder(PROGRAM.toString(), "-db", "-f", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(fleet.folder().resolve("haproxy.log").toFile())
                .start();
        var proxy = new Haproxy(process, port);
        Fleet.await(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("HAProxy ended: " + proxy.process.exitValue());
            }
            return proxy.rest().answers("/ready");
        });
        return proxy;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Rest rest() {
        return new Rest(address(), "");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
