package io.taskledger.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.taskledger.app.settings.WatchSettings.LogFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class FitForProductionTest {

    private static final String KEY = "6b8d1f02a4c35e79908b7d6c5e4f3a2110fedcba98765432a1b2c3d4e5f60718";

    @TempDir
    private Path home;

    private TaskledgerSettings with(Map<String, String> changes) {
        var environment = new HashMap<>(Map.of(
                "TASKLEDGER_PROFILE", "production",
                "TASKLEDGER_PUBLIC_URL", "https://tasks.example.org",
                "TASKLEDGER_PROXIES", "127.0.0.1",
                "TASKLEDGER_MASTER_KEY", KEY,
                "TASKLEDGER_DEMO", "off"));
        environment.putAll(changes);
        return TaskledgerSettings.of(environment, home);
    }

    private TaskledgerSettings with(String key, String value) {
        return with(Map.of(key, value));
    }

    @Test
    void what_is_fit_starts_with_a_log_of_json_that_is_kept() {
        var settings = with(Map.of());

        assertThat(settings.production()).isTrue();
        assertThat(settings.watch().logFormat()).isEqualTo(LogFormat.JSON);
        assertThat(settings.watch().logFile()).contains(home.resolve("data/logs/taskledger.log"));
        assertThat(with("TASKLEDGER_LOG_FILE", "off").watch().logFile()).isEmpty();
    }

    @Test
    void all_faults_are_told_at_once() {
        var refused = catchThrowableOfType(
                BadSettings.class,
                () -> TaskledgerSettings.of(
                        Map.of("TASKLEDGER_PROFILE", "production", "TASKLEDGER_SMTP_PORT", "none"), home));

        assertThat(refused.faults())
                .hasSize(5)
                .allSatisfy(fault -> assertThat(fault).doesNotContain("\n").endsWith("."))
                .extracting(fault -> fault.split(" ")[0])
                .containsExactlyInAnyOrder(
                        "TASKLEDGER_PUBLIC_URL",
                        "TASKLEDGER_PROXIES",
                        "TASKLEDGER_MASTER_KEY",
                        "TASKLEDGER_DEMO",
                        "TASKLEDGER_SMTP_PORT");
    }

    @ParameterizedTest
    @CsvSource({
        "TASKLEDGER_PUBLIC_URL, http://tasks.example.org",
        "TASKLEDGER_PUBLIC_URL, ''",
        "TASKLEDGER_PUBLIC_URL, https://ann:secret@tasks.example.org",
        "TASKLEDGER_PROXIES, ''",
        "TASKLEDGER_PROXIES, 0.0.0.0/0",
        "TASKLEDGER_PROXIES, ::/0",
        "TASKLEDGER_DEMO, on",
        "TASKLEDGER_MASTER_KEY, ''",
        "TASKLEDGER_MASTER_KEY, 0000000000000000000000000000000000000000000000000000000000000000",
        "TASKLEDGER_MASTER_KEY, 0123456701234567012345670123456701234567012345670123456701234567",
        "TASKLEDGER_MASTER_KEY, 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
        "TASKLEDGER_MASTER_KEY, fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0efeeedecebeae9e8e7e6e5e4e3e2e1e0",
        "TASKLEDGER_MASTER_KEY, V2hvIGNhbiBndWVzcyBteSBvd24gcGhyYXNlPyAxMjM=",
        "TASKLEDGER_DATABASE_USER, ann",
        "TASKLEDGER_DATABASE_PASSWORD, mt7Qz4hX",
    })
    void what_suits_a_trial_is_the_one_fault(String key, String value) {
        assertThatThrownBy(() -> with(key, value))
                .isInstanceOfSatisfying(
                        BadSettings.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .asString()
                                .startsWith(key + " ")
                                .doesNotContain("mt7Qz4hX"));
    }

    @Test
    void a_key_that_was_made_earlier_need_not_be_named() throws IOException {
        Files.createDirectories(home.resolve("data/keys"));
        Files.writeString(home.resolve("data/keys/master.key"), KEY);

        assertThat(with("TASKLEDGER_MASTER_KEY", "").masterKey()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://ann@db/tasks",
                "postgres://ann:ann@db/tasks",
                "postgres://ann:Postgres@db/tasks",
                "postgres://ann:only-reachable-inside@db/tasks",
            })
    void a_database_that_anybody_could_sign_in_to_is_refused(String url) {
        assertThatThrownBy(() -> with("DATABASE_URL", url))
                .isInstanceOfSatisfying(
                        BadSettings.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .asString()
                                .startsWith("TASKLEDGER_DATABASE_PASSWORD "));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/tasks?user=ann&password=postgres, mt7Qz4hX, nR5vYx2k, TASKLEDGER_DATABASE_URL",
        "jdbc:postgresql://db/tasks?user=ann&password=p%61ssword, mt7Qz4hX, nR5vYx2k, TASKLEDGER_DATABASE_URL",
        "postgres://ann:aW3cBq9t@db/tasks, taskledger, nR5vYx2k, TASKLEDGER_DATABASE_APPENDER_PASSWORD",
        "postgres://ann:aW3cBq9t@db/tasks, mt7Qz4hX, Reader, ''",
        "postgres://ann:aW3cBq9t@db/tasks, mt7Qz4hX, changeme, TASKLEDGER_DATABASE_READER_PASSWORD",
    })
    void a_role_that_anybody_could_sign_in_as_is_refused(String url, String appender, String reader, String fault) {
        var settings = Map.of(
                "TASKLEDGER_DATABASE_URL", url,
                "TASKLEDGER_DATABASE_APPENDER_PASSWORD", appender,
                "TASKLEDGER_DATABASE_READER_PASSWORD", reader);
        if (fault.isEmpty()) {
            assertThat(with(settings).database()).isPresent();
        } else {
            assertThatThrownBy(() -> with(settings)).hasMessageStartingWith(fault + " ");
        }
    }

    @Test
    void what_is_told_of_a_database_has_no_password() {
        var database = with("DATABASE_URL", "jdbc:postgresql://db/tasks?user=ann&password=mt7Qz4hX")
                .database();

        assertThat(database.orElseThrow().toString()).contains("db/tasks").doesNotContain("mt7Qz4hX");
    }

    @Test
    void a_file_of_settings_that_is_no_text_is_named() throws IOException {
        Files.write(home.resolve(".env"), new byte[] {'A', '=', (byte) 0xff, (byte) 0xfe});

        assertThatThrownBy(() -> with(Map.of()))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining(".env must be text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://ann:mt7Qz4hX@db/tasks",
                "jdbc:postgresql://db/tasks?user=ann&password=mt7Qz4hX",
                "postgres://ann@db/tasks?sslmode=verify-full&sslcert=ann.crt&sslkey=ann.key",
            })
    void a_database_may_be_proved_to_in_any_way(String url) {
        assertThat(with("DATABASE_URL", url).database()).isPresent();
    }

    @Test
    void well_known_secrets_of_others_are_refused() {
        assertThatThrownBy(() -> with(Map.of(
                        "TASKLEDGER_S3_BUCKET", "files",
                        "TASKLEDGER_S3_KEY", "minioadmin",
                        "TASKLEDGER_S3_SECRET", "minioadmin",
                        "TASKLEDGER_SMTP_USER", "post",
                        "TASKLEDGER_SMTP_PASSWORD", "changeme")))
                .isInstanceOf(BadSettings.class)
                .hasMessageContainingAll("TASKLEDGER_S3_SECRET is", "TASKLEDGER_SMTP_PASSWORD is");
    }
}
