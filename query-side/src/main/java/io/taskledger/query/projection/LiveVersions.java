package io.taskledger.query.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Which version of each projection this node reads and feeds. A version is a schema of its own with rows and token, made
 * from the projection's one DDL file; where the DDL is not the one that made the live version, a new version is made and
 * filled from the ledger.
 */
public final class LiveVersions {

    private final JdbcClient jdbc;
    private final Map<String, String> schemas;

    /** Makes what is missing. Nodes that start at the same time take turns. */
    public LiveVersions(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.schemas = Projection.all().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Projection::name, one -> transactions.execute(status -> liveSchema(one))));
    }

    /** The schema of the projection's live version, such as {@code tasks_v1}. */
    public String schema(String projection) {
        var schema = schemas.get(projection);
        if (schema == null) {
            throw new IllegalArgumentException("no projection is called " + projection);
        }
        return schema;
    }

    public boolean isProjection(String name) {
        return schemas.containsKey(name);
    }

    private String liveSchema(Projection projection) {
        jdbc.sql("lock table readmodel.live_version in exclusive mode").update();
        var ddl = read("projection/token.sql") + read("projection/" + projection.name() + ".sql");
        var shape = sha256(ddl);
        var live = jdbc.sql("select version, shape from readmodel.live_version where projection = :name")
                .param("name", projection.name())
                .query(Version.class)
                .optional();
        if (live.isPresent() && live.get().shape().equals(shape)) {
            return projection.schema(live.get().version());
        }
        return make(projection, live.map(Version::version).orElse(0) + 1, ddl, shape);
    }

    private String make(Projection projection, int version, String ddl, String shape) {
        var schema = projection.schema(version);
        jdbc.sql("create schema " + schema).update();
        jdbc.sql("set local search_path to " + schema).update();
        jdbc.sql(ddl).update();
        jdbc.sql("set local search_path to default").update();
        jdbc.sql("""
                        insert into readmodel.live_version (projection, version, shape)
                        values (:projection, :version, :shape)
                        on conflict on constraint live_version_pk
                        do update set version = excluded.version, shape = excluded.shape, since = now()""")
                .param("projection", projection.name())
                .param("version", version)
                .param("shape", shape)
                .update();
        return schema;
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

    private record Version(int version, String shape) {}
}
