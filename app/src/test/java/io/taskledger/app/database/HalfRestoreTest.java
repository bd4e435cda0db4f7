package io.taskledger.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.postgres.PostgresUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HalfRestoreTest {

    @Test
    void after_a_restore_that_was_killed_nothing_empty_takes_the_place_of_what_was_to_come_back(@TempDir Path home)
            throws IOException {
        var settings = TaskledgerSettings.of(Map.of(), home);
        Files.createDirectories(home.resolve("data/restoring/postgres"));

        assertThatThrownBy(() -> Database.open(settings))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContainingAll("restoring", "taskledger restore again");
        assertThat(home.resolve("data/postgres")).doesNotExist();
    }
}
