package io.taskledger.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServerLogTest {

    @TempDir
    Path folder;

    @Test
    void a_full_log_is_moved_aside_and_the_running_server_goes_on_in_a_new_one() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, PostgresOptions.throwAway())) {
            ConnectionDetails database = server.database("kept");
            ServerLog log =
                    new ServerLog(new PostgresFolder(server.folder()), Invocation.here(PostgresBinaries.unpacked()));
            Path before = folder.resolve("log/postgres.1.log");

            log.rotate();
            assertThat(before).doesNotExist();

            Files.write(log.file(), new byte[10 << 20], StandardOpenOption.APPEND);
            log.rotate();
            assertThat(before).exists();

            Awaiting.until("an error is in the new file", () -> {
                assertThatThrownBy(() -> Sql.execute(database, "select no_such_column"))
                        .hasMessageContaining("no_such_column");
                return Files.exists(log.file()) && Files.readString(log.file()).contains("no_such_column");
            });
        }
    }
}
