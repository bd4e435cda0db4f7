package io.taskledger.app.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.taskledger.automation.mail.MailSettings;
import io.taskledger.security.limit.RateLimitSettings;
import io.taskledger.storage.FileSettings;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * What the product was told to do.
 *
 * @param database empty: PostgreSQL is embedded
 * @param publicUrl without a slash at its end
 * @param proxies addresses and networks of the proxies that are believed
 * @param masterKey as given, empty: kept in the data folder
 * @param hosts names that are answered under, without a port; empty: all
 * @param unknown names that begin as ours do, and are no setting
 * @param drain how long a node that is told to stop still serves
 */
public record TaskledgerSettings(
        int port,
        String address,
        Path data,
        Optional<ExternalDatabase> database,
        boolean demo,
        URI publicUrl,
        List<String> proxies,
        List<String> corsOrigins,
        Optional<String> masterKey,
        int passwordMinLength,
        Optional<Set<String>> hosts,
        MailSettings mail,
        FileSettings files,
        BackupSettings backups,
        RateLimitSettings limits,
        Duration drain,
        WatchSettings watch,
        Profile profile,
        List<String> unknown) {

    /** Longer than proxies commonly take to notice. */
    private static final Duration DRAIN_IN_PRODUCTION = Duration.ofSeconds(5);

    /** Its form; {@link IpAddressMatcher} knows its bounds, but takes 10.0.0 and a length below nothing too. */
    private static final Pattern NETWORK = Pattern.compile("(\\d+(\\.\\d+){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*)(/\\d+)?");

    /** What the product is run for. */
    public enum Profile {
        DEVELOPMENT,
        PRODUCTION
    }

    /** From the process's environment and {@code .env}, at home where the start script says, else in the working folder. */
    public static TaskledgerSettings read() {
        return of(System.getenv(), Path.of(System.getProperty("taskledger.home", "")));
    }

    /**
     * @param home the folder that {@code .env} is in and that other folders are named from, wherever one calls from
     * @throws BadSettings naming each setting that is wrong
     */
    public static TaskledgerSettings of(Map<String, String> environment, Path home) {
        var values = new SettingValues(environment, home.resolve(".env"));
        var port = values.value(Setting.PORT, 8080, "a port from 0 to 65535", text -> number(text, 0, 65_535));
        var database = ExternalDatabase.of(values);
        var embedded = database.isEmpty();
        var data = values.value(Setting.DATA, home.resolve("data"), "a folder", text -> folder(home.resolve(text)))
                .toAbsolutePath()
                .normalize();
        var publicUrl = values.value(
                Setting.PUBLIC_URL,
                URI.create("http://localhost:" + port),
                "an address such as https://tasks.example.org",
                TaskledgerSettings::publicAddress);
        var profile = values.value(
                Setting.PROFILE, Profile.DEVELOPMENT, "development or production", TaskledgerSettings::profile);
        var settings = new TaskledgerSettings(
                port,
                values.value(
                        Setting.ADDRESS,
                        embedded ? "127.0.0.1" : "0.0.0.0",
                        "an address of this machine, such as 127.0.0.1 or 0.0.0.0",
                        TaskledgerSettings::address),
                data,
                database,
                values.value(Setting.DEMO, embedded, "on or off", TaskledgerSettings::onOff),
                publicUrl,
                values.value(
                        Setting.PROXIES,
                        List.of(),
                        "addresses or networks such as 127.0.0.1 or 10.0.0.0/8, separated by commas",
                        TaskledgerSettings::networks),
                values.value(
                        Setting.CORS_ORIGINS,
                        List.of(),
                        "origins such as https://app.example.org, separated by commas",
                        TaskledgerSettings::origins),
                values.value(
                        Setting.MASTER_KEY,
                        Optional.empty(),
                        "32 bytes in hexadecimal or Base64",
                        MasterKeyText::checked),
                values.value(Setting.PASSWORD_MIN_LENGTH, 8, "a number from 8 to 64", text -> number(text, 8, 64)),
                Hosts.of(values, publicUrl, embedded),
                MailValues.of(values, data, publicUrl),
                StorageSettings.of(values, home, data),
                BackupSettings.of(values, home, data),
                LimitSettings.of(values),
                values.value(
                        Setting.DRAIN,
                        profile == Profile.PRODUCTION ? DRAIN_IN_PRODUCTION : Duration.ZERO,
                        "a number of seconds from 0 to 60",
                        text -> Duration.ofSeconds(number(text, 0, 60))),
                WatchSettings.of(values, home, data, profile),
                profile,
                values.unknown());
        if (settings.production()) {
            FitForProduction.require(settings, values);
        }
        values.complain();
        return settings;
    }

    /**
     * What was set, as lines for a {@code .env}: of secrets only that they were.
     *
     * @param home as in {@link #of}
     */
    public static List<String> lines(Map<String, String> environment, Path home) {
        var values = new SettingValues(environment, home.resolve(".env"));
        return Arrays.stream(Setting.values())
                .filter(setting -> values.text(setting).isPresent())
                .map(setting -> setting.secret()
                        ? "# " + setting.key() + " was set; as a secret it is not kept here."
                        : setting.key() + "=" + quoted(values.text(setting).orElseThrow()))
                .toList();
    }

    private static String quoted(String text) {
        var quote = text.contains("'") ? "\"" : "'";
        return quote + text + quote;
    }

    public boolean production() {
        return profile == Profile.PRODUCTION;
    }

    /** Whether people reach the product over TLS, so that cookies may insist on it. */
    public boolean overTls() {
        return "https".equals(publicUrl.getScheme());
    }

    /** Leaves out what is secret. */
    @Override
    public String toString() {
        return "TaskledgerSettings[" + profile + " on " + address + ":" + port + ", data in " + data + "]";
    }

    static Path folder(Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new IllegalArgumentException();
        }
        return path;
    }

    static int number(String text, int least, int most) {
        var number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException();
        }
        return number;
    }

    static boolean onOff(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "on", "true", "yes", "1" -> true;
            case "off", "false", "no", "0" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private static String address(String text) {
        try {
            return InetAddress.getByName(text).getHostAddress();
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException(unknown);
        }
    }

    static URI webAddress(String text) {
        var uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        var web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web
                || uri.getHost() == null
                || uri.getPort() > 65_535
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw new IllegalArgumentException();
        }
        return uri;
    }

    /** What stands in people's address bars, mails and origins: no name or password before the host. */
    private static URI publicAddress(String text) {
        var uri = webAddress(text);
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException();
        }
        return uri;
    }

    private static List<String> networks(String text) {
        var networks = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .toList();
        for (var network : networks) {
            if (!NETWORK.matcher(network).matches()) {
                throw new IllegalArgumentException();
            }
            new IpAddressMatcher(network);
        }
        return networks;
    }

    private static List<String> origins(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .map(TaskledgerSettings::origin)
                .toList();
    }

    private static String origin(String text) {
        var uri = publicAddress(text);
        if (!uri.getRawPath().isEmpty()) {
            throw new IllegalArgumentException();
        }
        return uri.toString();
    }

    private static Profile profile(String text) {
        return Profile.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
