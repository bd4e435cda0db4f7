package io.taskledger.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.taskledger.app.product.Form;
import io.taskledger.app.product.Installation;
import io.taskledger.app.product.Product;
import io.taskledger.app.settings.Setting;
import io.taskledger.postgres.TemporaryPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A setting that is no good ends the start at once, with one line that names it. */
class BadSettingsIT {

    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    @TempDir
    private Path home;

    @BeforeAll
    static void install() {
        Installation.here();
    }

    /** For each setting a value that cannot be; none for those that take any text. */
    private static String unfit(Setting setting) {
        return switch (setting) {
            case PORT -> "99999";
            case ADDRESS -> "not an address";
            case DATA -> Installation.ROOT.resolve("pom.xml").toString();
            case DATABASE_URL -> "mysql://secret@localhost/tasks";
            case DEMO -> "perhaps";
            case PUBLIC_URL -> "ftp://example.org";
            case PROXIES -> "10.0.0.0/99";
            case CORS_ORIGINS -> "example.org";
            case HOSTS -> "https://example.org";
            case MASTER_KEY -> "secret";
            case SMTP_HOST -> "smtp://mail.example.org";
            case SMTP_PORT -> "0";
            case SMTP_USER, SMTP_PASSWORD -> "secret"; // one without the other
            case SMTP_TLS -> "perhaps";
            case MAIL_FROM -> "nobody";
            case PASSWORD_MIN_LENGTH -> "4";
            case PROFILE -> "staging";
            case FILES -> Installation.ROOT.resolve("pom.xml").toString();
            case FILE_LIMIT -> "10 MB";
            case FILE_TYPES -> "*.*";
            case S3_BUCKET -> "Not a bucket";
            case S3_ENDPOINT -> "s3.example.org";
            case S3_REGION -> "somewhere else";
            case S3_KEY, S3_SECRET -> "secret"; // of no bucket
            case BACKUPS -> Installation.ROOT.resolve("pom.xml").toString();
            case BACKUP_AT -> "3 a.m.";
            case BACKUP_KEEP -> "0";
            case RATE_LIMITS -> "sometimes";
            case LIMIT_REGISTER, LIMIT_LOGIN, LIMIT_LOGIN_ACCOUNT -> "5 a minute";
            case LIMIT_REFRESH, LIMIT_RESET, LIMIT_TASKS, LIMIT_FILES -> "0/h";
            case DRAIN -> "an hour";
            case LOG_FORMAT -> "yaml";
            case LOG_FILE -> Installation.ROOT.resolve("app").toString();
            case TRACES_URL -> "localhost:4318";
            case TRACES_SHARE -> "1.5";
            case ERROR_REPORT_DSN -> "https://errors.example.org/secret"; // without its key
            case DATABASE_APPENDER_PASSWORD, DATABASE_READER_PASSWORD -> "secret"; // of no database
            case DATABASE_USER, DATABASE_PASSWORD -> "";
        };
    }

    /** All in the long form, since each costs the start of a JVM; but for those of which only the database knows. */
    private static Stream<Setting> settings() {
        var known = EnumSet.complementOf(EnumSet.of(Setting.DATABASE_USER, Setting.DATABASE_PASSWORD));
        return known.stream().filter(setting -> setting.ordinal() % Form.of(6, 1) == 0);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void an_unfit_value_is_named_in_one_line(Setting setting) {
        var ran = Installation.here().run(home, Map.of(setting.key(), unfit(setting)));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errorLines()).singleElement().asString().startsWith(setting.key() + " ");
        assertThat(ran.errors()).doesNotContain("secret");
        assertThat(ran.out()).isEmpty();
        assertThat(ran.time()).isLessThan(AT_ONCE);
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void an_unfit_value_in_the_env_file_is_named_too() throws IOException {
        Files.writeString(home.resolve(".env"), "# ours\nexport TASKLEDGER_DEMO='perhaps'\n");

        var ran = Installation.here().run(home, Map.of());

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errorLines()).singleElement().asString().startsWith("TASKLEDGER_DEMO is \"perhaps\"");
    }

    @Test
    void production_does_not_start_with_what_suits_a_trial() {
        var ran = Installation.here().run(home, Map.of("TASKLEDGER_PROFILE", "production"));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errorLines())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("TASKLEDGER_PUBLIC_URL "),
                        line -> assertThat(line).startsWith("TASKLEDGER_PROXIES "),
                        line -> assertThat(line).startsWith("TASKLEDGER_MASTER_KEY "),
                        line -> assertThat(line).startsWith("TASKLEDGER_DEMO "));
        assertThat(ran.time()).isLessThan(AT_ONCE);
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void a_database_that_refuses_the_password_is_named_in_one_line() {
        var database = TemporaryPostgres.shared().freshDatabase();
        var settings = external(database.jdbcUrl(), database.user(), "not the password");

        var ran = Installation.here().run(home, settings);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.errorLines()).singleElement().asString().startsWith("TASKLEDGER_DATABASE_USER or _PASSWORD");
        assertThat(ran.time()).isLessThan(AT_ONCE);
    }

    @Test
    void a_database_that_is_not_there_is_named_in_one_line() {
        var url = "jdbc:postgresql://127.0.0.1:" + Product.freePort() + "/tasks";

        var ran = Installation.here().run(home, external(url, "someone", "something"));

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.errorLines()).singleElement().asString().startsWith("TASKLEDGER_DATABASE_URL does not answer");
        assertThat(ran.time()).isLessThan(AT_ONCE);
    }

    private static Map<String, String> external(String url, String user, String password) {
        var settings = new HashMap<String, String>();
        settings.put("TASKLEDGER_PORT", "0");
        settings.put("TASKLEDGER_DATABASE_URL", url);
        settings.put("TASKLEDGER_DATABASE_USER", user);
        settings.put("TASKLEDGER_DATABASE_PASSWORD", password);
        return settings;
    }
}
