package io.taskledger.postgres;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.Properties;

/**
 * How a second process of the same user finds a running server.
 *
 * @param port on the loopback address
 * @param pid the process that holds the folder, not PostgreSQL's
 */
record Endpoint(int port, long pid) {

    void writeTo(PostgresFolder folder) throws IOException {
        OwnerOnly.write(folder.endpoint(), "port=" + port + "\npid=" + pid + "\n");
    }

    static Optional<Endpoint> of(PostgresFolder folder) throws IOException {
        Properties file = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.endpoint())) {
            file.load(reader);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return Optional.of(
                new Endpoint(Integer.parseInt(file.getProperty("port")), Long.parseLong(file.getProperty("pid"))));
    }
}
