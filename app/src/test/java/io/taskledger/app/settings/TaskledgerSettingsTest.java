package io.taskledger.app.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.taskledger.app.settings.WatchSettings.LogFormat;
import io.taskledger.security.limit.Allowance;
import io.taskledger.security.limit.RateLimit;
import io.taskledger.security.limit.RateLimitSettings;
import io.taskledger.storage.FileSettings;
import io.taskledger.storage.S3Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class TaskledgerSettingsTest {

    @TempDir
    private Path home;

    private TaskledgerSettings of(String... namesAndValues) {
        var environment = new HashMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return TaskledgerSettings.of(environment, home);
    }

    private void dotEnv(String text) throws IOException {
        Files.writeString(home.resolve(".env"), text);
    }

    @Test
    void nothing_need_be_set() {
        var settings = of();

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.address()).isEqualTo("127.0.0.1");
        assertThat(settings.data()).isEqualTo(home.resolve("data"));
        assertThat(settings.database()).isEmpty();
        assertThat(settings.demo()).isTrue();
        assertThat(settings.publicUrl()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(settings.production()).isFalse();
        assertThat(settings.overTls()).isFalse();
    }

    @Test
    void with_a_database_of_ones_own_the_demo_is_off_and_others_may_connect() {
        var settings = of("TASKLEDGER_DATABASE_URL", "jdbc:postgresql://db/tasks");

        assertThat(settings.demo()).isFalse();
        assertThat(settings.address()).isEqualTo("0.0.0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db:5433/tasks?ssl=true, jdbc:postgresql://db:5433/tasks?ssl=true, '', ''",
        "postgres://ann:p%40ss+word@db/tasks, jdbc:postgresql://db/tasks, ann, p@ss+word",
        "postgresql://ann@db:5433/tasks?sslmode=require, jdbc:postgresql://db:5433/tasks?sslmode=require, ann, ''",
    })
    void the_database_is_read_from_either_form(String url, String jdbcUrl, String user, String password) {
        assertThat(of("TASKLEDGER_DATABASE_URL", url).database())
                .contains(new ExternalDatabase(jdbcUrl, user, password));
    }

    @Test
    void user_and_password_of_their_own_win_over_the_urls() {
        var settings = of(
                "DATABASE_URL", "postgres://ann:secret@db/tasks",
                "TASKLEDGER_DATABASE_USER", "bob",
                "TASKLEDGER_DATABASE_PASSWORD", "other");

        assertThat(settings.database()).contains(new ExternalDatabase("jdbc:postgresql://db/tasks", "bob", "other"));
        assertThat(settings.toString()).doesNotContain("other", "secret");
    }

    @Test
    void our_own_names_win_over_those_of_hosting_platforms() {
        assertThat(of("PORT", "3000").port()).isEqualTo(3000);
        assertThat(of("PORT", "3000", "TASKLEDGER_PORT", "4000").port()).isEqualTo(4000);
    }

    @Test
    void the_env_file_is_read_as_shells_and_compose_read_it() throws IOException {
        dotEnv("""
                # a comment
                export TASKLEDGER_PORT=9000
                TASKLEDGER_DEMO = "off"   # for good
                TASKLEDGER_PUBLIC_URL='https://tasks.example.org/' # with its slash
                TASKLEDGER_CORS_ORIGINS=https://a.example.org, https://b.example.org # two
                TASKLEDGER_ADDRESS=
                no setting at all
                """);
        var settings = of("TASKLEDGER_PORT", "9001");

        assertThat(settings.port()).as("the environment wins").isEqualTo(9001);
        assertThat(settings.demo()).isFalse();
        assertThat(settings.publicUrl()).isEqualTo(URI.create("https://tasks.example.org"));
        assertThat(settings.overTls()).isTrue();
        assertThat(settings.corsOrigins()).containsExactly("https://a.example.org", "https://b.example.org");
        assertThat(settings.address()).as("empty is not set").isEqualTo("127.0.0.1");
    }

    @Test
    void a_relative_data_folder_is_meant_from_home_wherever_one_calls_from() {
        assertThat(of("TASKLEDGER_DATA", "../elsewhere").data()).isEqualTo(home.resolveSibling("elsewhere"));
        assertThat(of("TASKLEDGER_DATA", "/srv/tasks").data()).isEqualTo(Path.of("/srv/tasks"));
    }

    @ParameterizedTest
    @CsvSource({"on, true", "TRUE, true", "yes, true", "1, true", "off, false", "False, false", "no, false", "0, false"
    })
    void switches_are_taken_in_their_usual_spellings(String text, boolean on) {
        assertThat(of("TASKLEDGER_DEMO", text).demo()).isEqualTo(on);
    }

    @Test
    void all_that_is_wrong_is_told_at_once_and_no_secret_is_shown() {
        var refused = catchThrowableOfType(
                BadSettings.class,
                () -> of(
                        "TASKLEDGER_PORT", "eighty",
                        "TASKLEDGER_MASTER_KEY", "hunter2",
                        "TASKLEDGER_DATABASE_URL", "postgres://ann:hunter2@/"));

        assertThat(refused.faults())
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault)
                                .isEqualTo("TASKLEDGER_PORT is \"eighty\", but must be a port from 0 to 65535."),
                        fault -> assertThat(fault).startsWith("TASKLEDGER_MASTER_KEY is unreadable"),
                        fault -> assertThat(fault).startsWith("TASKLEDGER_DATABASE_URL is unreadable"));
        assertThat(refused).message().doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({"65, 32", "'AbCd', 1"})
    void a_master_key_of_another_length_is_refused(String text, int times) {
        assertThatThrownBy(() -> of("TASKLEDGER_MASTER_KEY", text.repeat(times) + "ff"))
                .isInstanceOf(BadSettings.class);
        var key = "0f".repeat(32);
        assertThat(of("TASKLEDGER_MASTER_KEY", key).masterKey()).contains(key);
        assertThat(of("TASKLEDGER_MASTER_KEY", key)).asString().doesNotContain(key);
    }

    @Test
    void proxies_are_addresses_or_networks() {
        assertThat(of().proxies()).isEmpty();
        assertThat(of("TASKLEDGER_PROXIES", "127.0.0.1, 10.0.0.0/8 ,fd00::/8").proxies())
                .containsExactly("127.0.0.1", "10.0.0.0/8", "fd00::/8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy", "10.0.0.0/33", "10.0.0", "10.0.0.0/8/8", "fd00::/129", "10.0.0.0/-1", "*"})
    void a_proxy_that_is_no_address_is_refused(String text) {
        assertThatThrownBy(() -> of("TASKLEDGER_PROXIES", text))
                .isInstanceOf(BadSettings.class)
                .hasMessageStartingWith("TASKLEDGER_PROXIES is \"" + text + "\"");
    }

    @Test
    void a_trial_is_logged_as_text_and_tells_nobody() {
        assertThat(of().watch())
                .isEqualTo(new WatchSettings(LogFormat.TEXT, Optional.empty(), Optional.empty(), 1, Optional.empty()));
    }

    @Test
    void the_operator_may_watch_as_they_like() {
        var watch = of(
                        "TASKLEDGER_LOG_FORMAT", "JSON",
                        "TASKLEDGER_LOG_FILE", "ours.log",
                        "TASKLEDGER_TRACES_URL", "http://localhost:4318/v1/traces",
                        "TASKLEDGER_TRACES_SHARE", "0.25",
                        "TASKLEDGER_ERROR_REPORT_DSN", "https://hidden@errors.example.org/7")
                .watch();

        assertThat(watch)
                .isEqualTo(new WatchSettings(
                        LogFormat.JSON,
                        Optional.of(home.resolve("ours.log")),
                        Optional.of(URI.create("http://localhost:4318/v1/traces")),
                        0.25,
                        Optional.of(URI.create("https://hidden@errors.example.org/7"))));
        assertThat(watch).asString().doesNotContain("hidden");
    }

    @ParameterizedTest
    @CsvSource({
        "TASKLEDGER_LOG_FORMAT, yaml",
        "TASKLEDGER_TRACES_URL, localhost:4318",
        "TASKLEDGER_TRACES_SHARE, NaN",
        "TASKLEDGER_TRACES_SHARE, -0.1",
        "TASKLEDGER_ERROR_REPORT_DSN, https://errors.example.org/1",
        "TASKLEDGER_ERROR_REPORT_DSN, https://key@errors.example.org",
    })
    void watching_in_a_way_that_cannot_be_is_refused(String key, String text) {
        assertThatThrownBy(() -> of(key, text)).isInstanceOf(BadSettings.class).hasMessageStartingWith(key + " ");
    }

    @Test
    void the_table_has_names_that_the_environment_takes() {
        assertThat(Setting.values())
                .allSatisfy(setting -> assertThat(setting.key()).matches("TASKLEDGER_[A-Z0-9_]+"));
        assertThat(Map.of("PORT", Setting.PORT, "DATABASE_URL", Setting.DATABASE_URL))
                .allSatisfy((alias, setting) -> assertThat(setting.aliases()).contains(alias));
    }

    @Test
    void files_are_in_the_data_folder_unless_a_folder_or_a_bucket_is_named() {
        assertThat(of("TASKLEDGER_DATA", "/srv/tasks").files())
                .isEqualTo(FileSettings.defaults(Path.of("/srv/tasks/files")));
        assertThat(of("TASKLEDGER_FILES", "contents").files().folder()).isEqualTo(home.resolve("contents"));

        var files = of(
                        "TASKLEDGER_FILE_LIMIT", "1000",
                        "TASKLEDGER_FILE_TYPES", "PNG, .webp .png",
                        "TASKLEDGER_S3_ENDPOINT", "http://s3.example.org:9000/",
                        "TASKLEDGER_S3_BUCKET", "our-files",
                        "TASKLEDGER_S3_KEY", "id",
                        "TASKLEDGER_S3_SECRET", "hidden")
                .files();

        assertThat(files.limit()).isEqualTo(1_000);
        assertThat(files.extensions()).containsExactly(".png", ".webp");
        assertThat(files.s3())
                .contains(new S3Settings(
                        Optional.of(URI.create("http://s3.example.org:9000")),
                        "our-files",
                        "us-east-1",
                        "id",
                        "hidden"));
    }

    @Test
    void a_bucket_needs_its_key_and_a_key_its_bucket() {
        assertThatThrownBy(() -> of("TASKLEDGER_S3_BUCKET", "our-files", "TASKLEDGER_S3_KEY", "id"))
                .isInstanceOf(BadSettings.class)
                .hasMessage("TASKLEDGER_S3_SECRET is not set, but TASKLEDGER_S3_BUCKET needs it.");
        assertThatThrownBy(() -> of("TASKLEDGER_S3_SECRET", "hidden"))
                .isInstanceOf(BadSettings.class)
                .hasMessageStartingWith("TASKLEDGER_S3_SECRET is set, but")
                .message()
                .doesNotContain("hidden");
    }

    @Test
    void limits_are_those_of_the_contract_unless_others_are_named_or_all_are_off() {
        assertThat(of().limits()).isEqualTo(RateLimitSettings.defaults());
        assertThat(of("TASKLEDGER_RATE_LIMITS", "off", "TASKLEDGER_LIMIT_TASKS", "5/d")
                        .limits())
                .isEqualTo(RateLimitSettings.off());

        var allowances = of("TASKLEDGER_LIMIT_TASKS", "5/d", "TASKLEDGER_LIMIT_LOGIN", "off")
                .limits()
                .allowances();

        assertThat(allowances)
                .containsEntry(RateLimit.TASK_CREATION, new Allowance(5, Duration.ofDays(1)))
                .containsEntry(RateLimit.REGISTRATION, new Allowance(10, Duration.ofHours(1)))
                .doesNotContainKey(RateLimit.SIGN_IN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5/", "/m", "0/m", "-1/m", "5/w", "5 / m", "1e3/h", "99999999/h"})
    void a_limit_that_cannot_be_read_is_refused(String text) {
        assertThatThrownBy(() -> of("TASKLEDGER_LIMIT_LOGIN", text))
                .isInstanceOf(BadSettings.class)
                .hasMessageStartingWith("TASKLEDGER_LIMIT_LOGIN is \"" + text + "\"");
    }
}
