package io.taskledger.app.settings;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A PostgreSQL that somebody else runs.
 *
 * @param roles the passwords of the roles that append and read; empty where the user takes them
 */
public record ExternalDatabase(String jdbcUrl, String user, String password, Optional<Passwords> roles) {

    /** With which the roles sign in that have less than the user. {@link #toString} leaves them out. */
    public record Passwords(String appender, String reader) {

        @Override
        public String toString() {
            return "Passwords";
        }
    }

    /** Whose user takes the other roles. */
    public ExternalDatabase(String jdbcUrl, String user, String password) {
        this(jdbcUrl, user, password, Optional.empty());
    }

    private static final String NO_DATABASE = "is of no database of your own: TASKLEDGER_DATABASE_URL names none";
    private static final Pattern URL_PASSWORD = Pattern.compile("[?&]password=(?<password>[^&]*)");
    private static final Pattern OTHER_PROOF = Pattern.compile("[?&](password|sslkey|sslcert|jaasLogin)=.");

    /** Whether the URL has a password, or a certificate of ours, so that no password of its own is needed. */
    boolean provesItselfOtherwise() {
        return OTHER_PROOF.matcher(jdbcUrl).find();
    }

    Optional<String> passwordInUrl() {
        var found = URL_PASSWORD.matcher(jdbcUrl);
        return found.find() ? Optional.of(decoded(found.group("password"))) : Optional.empty();
    }

    /** Keeps the passwords out of logs. */
    @Override
    public String toString() {
        return "ExternalDatabase[" + jdbcUrl.replaceFirst("\\?.*", "") + ", " + user + "]";
    }

    static Optional<ExternalDatabase> of(SettingValues values) {
        var none = Optional.<ExternalDatabase>empty();
        var database = values.value(
                Setting.DATABASE_URL,
                none,
                "jdbc:postgresql://host:port/name or postgres://user:password@host:port/name",
                text -> Optional.of(parse(text)));
        if (values.text(Setting.DATABASE_URL).isEmpty()) {
            for (var alone : List.of(Setting.DATABASE_USER, Setting.DATABASE_PASSWORD)) {
                values.text(alone).ifPresent(_ -> values.fault(alone, NO_DATABASE));
            }
        }
        var roles = passwords(values, database.isPresent());
        return database.map(found -> new ExternalDatabase(
                found.jdbcUrl,
                values.text(Setting.DATABASE_USER).orElse(found.user),
                values.text(Setting.DATABASE_PASSWORD).orElse(found.password),
                roles));
    }

    private static Optional<Passwords> passwords(SettingValues values, boolean wanted) {
        var appender = values.text(Setting.DATABASE_APPENDER_PASSWORD);
        var reader = values.text(Setting.DATABASE_READER_PASSWORD);
        if (wanted && appender.isPresent() && reader.isPresent()) {
            return Optional.of(new Passwords(appender.get(), reader.get()));
        }
        var why = wanted ? "is set, but that of the other role is not: both or none" : NO_DATABASE;
        appender.ifPresent(_ -> values.fault(Setting.DATABASE_APPENDER_PASSWORD, why));
        reader.ifPresent(_ -> values.fault(Setting.DATABASE_READER_PASSWORD, why));
        return Optional.empty();
    }

    private static ExternalDatabase parse(String text) {
        if (text.startsWith("jdbc:postgresql://")) {
            return new ExternalDatabase(text, "", "");
        }
        var uri = URI.create(text);
        var postgres = "postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme());
        if (!postgres || uri.getHost() == null || uri.getPath().length() < 2) {
            throw new IllegalArgumentException();
        }
        var credentials = (uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo()).split(":", 2);
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new ExternalDatabase(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                decoded(credentials[0]),
                credentials.length > 1 ? decoded(credentials[1]) : "");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
