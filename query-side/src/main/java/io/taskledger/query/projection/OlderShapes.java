package io.taskledger.query.projection;

import java.util.List;

import io.taskledger.query.projection.Versions.Version;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What releases before the last one have left: of all shapes that are not this node's, the one that became live last is
 * kept, to roll back to that release; the others go once no node feeds them.
 */
final class OlderShapes {

    private static final String BEFORE_THE_LAST = """
            select shape from readmodel.live_version
            where projection = :projection and shape <> :own
            order by since desc, version desc
            offset 1""";

    private final JdbcClient jdbc;
    private final Versions versions;

    OlderShapes(JdbcClient jdbc, Versions versions) {
        this.jdbc = jdbc;
        this.versions = versions;
    }

    List<String> unused(String projection) {
        return jdbc
                .sql(BEFORE_THE_LAST)
                .param("projection", projection)
                .param("own", versions.shape(projection))
                .query((row, index) -> row.getString("shape"))
                .list()
                .stream()
                .filter(shape -> made(projection, shape).stream().noneMatch(this::isClaimed))
                .toList();
    }

    /** A node of that shape that starts after all fills a version of its own, as at its first start. */
    void giveUp(String projection, String shape) {
        jdbc.sql("delete from readmodel.live_version where projection = :projection and shape = :shape")
                .param("projection", projection)
                .param("shape", shape)
                .update();
        made(projection, shape).forEach(versions::retire);
    }

    private List<Version> made(String projection, String shape) {
        return jdbc.sql("""
                        select version from readmodel.version
                        where projection = :projection and shape = :shape and dropped_at is null""")
                .param("projection", projection)
                .param("shape", shape)
                .query((row, index) -> new Version(projection, row.getInt("version")))
                .list();
    }

    /** Whoever feeds a version says so every second. */
    private boolean isClaimed(Version version) {
        return jdbc.sql("""
                        select exists (
                            select from %s.token
                            where owner is not null
                            and timestamp::timestamptz > clock_timestamp() - interval '1 minute')""".formatted(version.schema())).query(Boolean.class).single();
    }
}
