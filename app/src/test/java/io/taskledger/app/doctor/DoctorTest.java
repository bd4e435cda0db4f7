package io.taskledger.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.taskledger.app.doctor.Finding.Verdict;
import io.taskledger.app.product.Product;
import io.taskledger.app.settings.Setting;
import io.taskledger.app.settings.TaskledgerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DoctorTest {

    @TempDir
    private Path home;

    @Test
    void whole_databases_that_nobody_uses_are_named() throws IOException {
        for (var folder : List.of("postgres.replaced-20261122T090000Z", "restoring", "backups/opened-17", "files")) {
            Files.createDirectories(home.resolve("data").resolve(folder));
        }

        assertThat(Doctor.examine(TaskledgerSettings.of(Map.of(), home), Clock.systemUTC()))
                .filteredOn(finding -> finding.about().equals("left over"))
                .extracting(finding ->
                        finding.verdict() + " " + finding.says().split(" ")[0].replace(home.toString(), ""))
                .containsExactly(
                        "WARN /data/backups/opened-17",
                        "WARN /data/postgres.replaced-20261122T090000Z",
                        "WARN /data/restoring");
    }

    @Test
    void a_name_that_is_mistyped_and_one_that_answers_to_all_are_told() {
        var findings = Doctor.examine(
                TaskledgerSettings.of(
                        Map.of(
                                "TASKLEDGER_PROFLE", "production",
                                "TASKLEDGER_JAVA_OPTIONS", "-Xmx1g",
                                "TASKLEDGER_HOSTS", "*",
                                "TASKLEDGER_PUBLIC_URL", "https://tasks.example.org"),
                        home),
                Clock.systemUTC());

        assertThat(findings)
                .filteredOn(finding ->
                        finding.about().equals("settings") || finding.about().equals("hosts"))
                .extracting(Finding::verdict, Finding::says)
                .satisfiesExactly(
                        one -> assertThat(one.toList()).first().isEqualTo(Verdict.WARN),
                        one -> assertThat(one.toList()).first().isEqualTo(Verdict.WARN));
        assertThat(findings).extracting(Finding::says).anyMatch(says -> says.startsWith("TASKLEDGER_PROFLE "));
    }

    /** Of an installation that nothing has been started on. */
    @ParameterizedTest(name = "{0}={1}: {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            PUBLIC_URL         | https://tasks.example.org | OK   | public address
            PUBLIC_URL         | http://tasks.example.org  | FAIL | public address
            PUBLIC_URL         | http://localhost:8080     | WARN | public address
            DEMO               | off                       | OK   | demo
            DEMO               | on                        | WARN | demo
            RATE_LIMITS        | on                        | OK   | rate limits
            RATE_LIMITS        | off                       | FAIL | rate limits
            LIMIT_LOGIN        | off                       | WARN | rate limits
            SMTP_HOST          | 127.0.0.1                 | FAIL | mail server
            BACKUP_AT          | 04:00                     | WARN | backup
            BACKUP_AT          | off                       | FAIL | backup
            DATA               | data                      | WARN | data folder
            PROFILE            | development               | WARN | profile
            """)
    void each_setting_has_its_say(Setting setting, String value, Verdict verdict, String about) throws IOException {
        var given = new HashMap<>(Map.of("TASKLEDGER_PORT", Integer.toString(Product.freePort())));
        given.put(Setting.SMTP_PORT.key(), Integer.toString(Product.freePort()));
        given.put(setting.key(), value);

        var findings = Doctor.examine(
                TaskledgerSettings.of(given, home), Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC));

        assertThat(findings)
                .filteredOn(finding -> finding.about().equals(about))
                .extracting(Finding::verdict)
                .containsExactly(verdict);
        assertThat(findings).extracting(Finding::about).contains("JDK", "database", "product", "files");
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void a_folder_that_others_may_enter_is_told() throws IOException {
        var keys = Files.createDirectories(home.resolve("data/keys"));
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwxr-x---"));

        assertThat(Machine.look(TaskledgerSettings.of(Map.of(), home)))
                .contains(Finding.warn("rights", keys + " is open to others (rwxr-x---): chmod 700 it"));
    }

    @Test
    void a_secret_that_others_may_read_is_told() throws IOException {
        var list = Files.writeString(
                Files.createDirectories(home.resolve("data/keys")).resolve("erased.jsonl"), "");
        var password = Files.writeString(
                Files.createDirectories(home.resolve("data/postgres")).resolve("password"), "");
        Files.setPosixFilePermissions(list, PosixFilePermissions.fromString("rw-r-----"));
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));

        assertThat(Machine.look(TaskledgerSettings.of(Map.of(), home)))
                .contains(Finding.warn("rights", list + " is open to others (rw-r-----): chmod 600 it"))
                .extracting(Finding::says)
                .noneMatch(says -> says.startsWith(password.toString()));
    }

    @ParameterizedTest
    @CsvSource({"60000000000, OK", "4900000000, WARN", "999999999, FAIL"})
    void room_is_told_before_it_is_gone(long free, Verdict verdict) {
        assertThat(Machine.room("disk", free, Setting.DATA).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"PT1H, OK", "PT27H, WARN", "PT73H, FAIL", "PT-1H, FAIL"})
    void a_backup_grows_old(Duration age, Verdict verdict) {
        assertThat(BackupLook.aged("20261121T030000Z", age).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"PT0.1S, OK", "PT5S, WARN", "PT2M, FAIL"})
    void clocks_go_apart(Duration skew, Verdict verdict) {
        assertThat(DatabaseLook.clock(skew).verdict()).isEqualTo(verdict);
    }

    @Test
    void the_slowest_projection_is_named() {
        var metrics = """
                # TYPE taskledger_projection_lag_seconds gauge
                taskledger_projection_lag_seconds{projection="tasks"} 0.5
                taskledger_projection_lag_seconds{projection="history"} 31.25
                """;

        assertThat(RunningLook.lag(metrics).verdict()).isEqualTo(Verdict.WARN);
        assertThat(RunningLook.lag(metrics).says()).contains("31.3 s", "history");
        assertThat(RunningLook.lag("").verdict()).isEqualTo(Verdict.WARN);
    }
}
