package io.taskledger.query.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.springframework.core.io.ClassPathResource;

/**
 * What makes a version of a projection.
 *
 * @param tables the token's and the rows', without what rows are found by
 * @param indexes that, made once the rows are there; a statement each
 * @param shape SHA-256 of both, hexadecimal
 */
record Ddl(String tables, List<String> indexes, String shape) {

    private static final String MARKER = "-- indexes:";

    static Ddl of(Projection projection) {
        var rows = read("projection/" + projection.name() + ".sql");
        var marker = rows.indexOf(MARKER);
        if (marker < 0) {
            throw new IllegalStateException(projection.name() + ".sql lacks the line that begins with " + MARKER);
        }
        var tables = read("projection/token.sql") + rows.substring(0, marker);
        var indexes = rows.substring(marker);
        return new Ddl(tables, statements(indexes), sha256(tables + indexes));
    }

    private static List<String> statements(String sql) {
        return Arrays.stream(sql.replaceAll("(?m)^\\s*--.*$", "").split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
