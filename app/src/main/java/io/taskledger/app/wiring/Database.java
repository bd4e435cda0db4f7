package io.taskledger.app.wiring;

import java.nio.file.Path;
import java.sql.SQLException;

import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.postgres.ConnectionDetails;
import io.taskledger.postgres.EmbeddedPostgres;
import io.taskledger.postgres.PostgresOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The PostgreSQL that the product runs on: somebody else's by setting, else an embedded one. Afterwards both are alike. */
public final class Database implements JdbcConnectionDetails, AutoCloseable {

    public static final String NAME = "taskledger";

    private final @Nullable EmbeddedPostgres embedded;
    private final ConnectionDetails details;

    private Database(@Nullable EmbeddedPostgres embedded, ConnectionDetails details) {
        this.embedded = embedded;
        this.details = details;
    }

    /** @throws io.taskledger.postgres.PostgresUnavailable where the embedded one does not start */
    static Database open(TaskledgerSettings settings) throws SQLException {
        if (settings.database().isPresent()) {
            var external = settings.database().get();
            return new Database(null, new ConnectionDetails(external.jdbcUrl(), external.user(), external.password()));
        }
        // Spring closes it after everything that uses it; a hook of its own would not wait for that.
        var server = EmbeddedPostgres.start(
                folder(settings), PostgresOptions.forKeeps().withStopsWithJvm(false));
        return new Database(server, server.database(NAME));
    }

    /** Where the embedded server keeps its data. */
    public static Path folder(TaskledgerSettings settings) {
        return settings.data().resolve("postgres");
    }

    public boolean isEmbedded() {
        return embedded != null;
    }

    @Override
    public String getJdbcUrl() {
        return details.jdbcUrl();
    }

    @Override
    public String getUsername() {
        return details.user();
    }

    @Override
    public String getPassword() {
        return details.password();
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
