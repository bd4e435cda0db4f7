package io.taskledger.query.projection;

import java.util.List;

import io.taskledger.query.projection.Versions.Version;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Versions that nobody needs any more: retired ones, those of rebuilds that came to nothing, what was live before the one
 * to roll back to, and {@link OlderShapes}.
 */
public final class Leftovers {

    private static final String NEEDED = """
            exists (
                select from readmodel.live_version as live
                where live.projection = version.projection
                and (live.version = version.version or live.before = version.version))
            or exists (
                select from readmodel.rebuild
                where rebuild.projection = version.projection
                and rebuild.version = version.version
                and rebuild.ended_at is null)""";

    /** Whoever made it has ended, and may have been killed before it could tidy up. */
    private static final String OF_A_REBUILD = """
            exists (
                select from readmodel.rebuild
                where rebuild.projection = version.projection and rebuild.version = version.version)""";

    /** A node that starts makes a version and needs its tables until it has checked its entities against them. */
    private static final String UNNEEDED = """
            shape = :shape and not (%s) and retired_at is null
            and (fed or %s or made_at < clock_timestamp() - interval '10 minutes')""".formatted(NEEDED, OF_A_REBUILD);

    private static final String RETIRED = " retired_at < clock_timestamp() - interval '1 second'";

    private final JdbcClient jdbc;
    private final Versions versions;
    private final OlderShapes older;

    public Leftovers(JdbcClient jdbc, Versions versions) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.older = new OlderShapes(jdbc, versions);
    }

    /** Whether {@link #sweep} would do something. */
    public boolean any(String projection) {
        return !find(projection, UNNEEDED).isEmpty()
                || !find(projection, RETIRED).isEmpty()
                || !older.unused(projection).isEmpty();
    }

    /** Retires what nobody needs, and drops what has been retired for a moment. */
    public void sweep(String projection) {
        older.unused(projection).forEach(shape -> older.giveUp(projection, shape));
        find(projection, UNNEEDED).forEach(versions::retire);
        find(projection, RETIRED).forEach(versions::drop);
    }

    private List<Version> find(String projection, String condition) {
        return jdbc.sql("""
                        select version from readmodel.version
                        where projection = :projection and dropped_at is null
                        and (%s)""".formatted(condition))
                .param("projection", projection)
                .param("shape", versions.shape(projection))
                .query((row, index) -> new Version(projection, row.getInt("version")))
                .list();
    }
}
