package io.taskledger.app.settings;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** A PostgreSQL that somebody else runs. */
public record ExternalDatabase(String jdbcUrl, String user, String password) {

    private static final Pattern OTHER_PROOF = Pattern.compile("[?&](password|sslkey|sslcert|jaasLogin)=.");

    /** Whether the URL has a password, or a certificate of ours, so that no password of its own is needed. */
    boolean provesItselfOtherwise() {
        return OTHER_PROOF.matcher(jdbcUrl).find();
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "ExternalDatabase[" + jdbcUrl + ", " + user + "]";
    }

    static Optional<ExternalDatabase> of(SettingValues values) {
        var none = Optional.<ExternalDatabase>empty();
        var database = values.value(
                Setting.DATABASE_URL,
                none,
                "jdbc:postgresql://host:port/name or postgres://user:password@host:port/name",
                text -> Optional.of(parse(text)));
        return database.map(found -> new ExternalDatabase(
                found.jdbcUrl,
                values.text(Setting.DATABASE_USER).orElse(found.user),
                values.text(Setting.DATABASE_PASSWORD).orElse(found.password)));
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
