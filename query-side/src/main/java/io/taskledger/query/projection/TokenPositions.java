package io.taskledger.query.projection;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Positions as the token tables have them: for projections that another node runs. */
public final class TokenPositions {

    private final JdbcClient jdbc;
    private final LiveVersions versions;

    public TokenPositions(JdbcClient jdbc, LiveVersions versions) {
        this.jdbc = jdbc;
        this.versions = versions;
    }

    /** The position of the live version's token; 0 before the first event. */
    public long position(String projection) {
        return jdbc.sql("""
                        select (convert_from(token, 'UTF8')::json ->> 'globalIndex')::bigint
                        from %s.token
                        where processor_name = :processor
                        and segment = 0
                        and token is not null""".formatted(versions.schema(projection)))
                .param("processor", projection)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
