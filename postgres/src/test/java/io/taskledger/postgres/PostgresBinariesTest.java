package io.taskledger.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresBinariesTest {

    @TempDir
    Path cache;

    @Test
    void programs_are_unpacked_once_and_again_where_some_are_missing() throws Exception {
        PostgresBinaries first = PostgresBinaries.unpackedIn(cache);
        Path server = first.program("postgres");
        assertThat(server).isExecutable();
        FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(server, longAgo);

        PostgresBinaries.unpackedIn(cache);
        assertThat(Files.getLastModifiedTime(server)).isEqualTo(longAgo);

        Files.delete(first.home().resolve("share/postgresql/postgres.bki"));
        PostgresBinaries.unpackedIn(cache);
        assertThat(first.home().resolve("share/postgresql/postgres.bki")).exists();
        assertThat(Files.getLastModifiedTime(server)).isNotEqualTo(longAgo);
        try (var entries = Files.list(cache)) {
            assertThat(entries.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder(first.home().getFileName().toString(), "unpacking");
        }
    }

    @Test
    void a_cache_that_cannot_be_written_is_one_clear_error() throws Exception {
        Path file = Files.writeString(cache.resolve("file"), "");

        assertThatThrownBy(() -> PostgresBinaries.unpackedIn(file))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("set XDG_CACHE_HOME to another folder");
    }

    @Test
    void the_cache_is_where_the_specification_of_base_directories_puts_it() {
        assertThat(PostgresBinaries.cache(Map.of(), "/home/ada")).isEqualTo(Path.of("/home/ada/.cache/taskledger"));
        assertThat(PostgresBinaries.cache(Map.of("XDG_CACHE_HOME", "/fast"), "/home/ada"))
                .isEqualTo(Path.of("/fast/taskledger"));
        assertThat(PostgresBinaries.cache(Map.of("XDG_CACHE_HOME", "relative"), "/home/ada"))
                .isEqualTo(Path.of("/home/ada/.cache/taskledger"));
    }

    @Test
    void a_platform_has_the_name_that_its_archive_has() {
        assertThat(PostgresBinaries.platform("Linux", "amd64")).isEqualTo("linux-x86_64");
        assertThat(PostgresBinaries.platform("Linux", "aarch64")).isEqualTo("linux-arm_64");
        assertThat(PostgresBinaries.platform("Mac OS X", "aarch64")).isEqualTo("darwin-arm_64");
    }

    @Test
    void root_goes_around_postgresqls_refusal_or_is_told_the_way_out() {
        assertThat(Invocation.unprivileged(false, false)).isEmpty();
        assertThat(Invocation.unprivileged(true, true)).isEqualTo(List.of("unshare", "-U"));
        assertThatThrownBy(() -> Invocation.unprivileged(true, false))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("run Taskledger as an ordinary user")
                .hasMessageContaining("TASKLEDGER_DATABASE_URL");
    }
}
