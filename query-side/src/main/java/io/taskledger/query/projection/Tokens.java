package io.taskledger.query.projection;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.taskledger.query.projection.Versions.Version;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The token of each version, as Axon's store keeps it: one segment, JSON of Jackson 2. */
public final class Tokens {

    private final JdbcClient jdbc;

    public Tokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The position of the last event that the version's rows reflect; 0 before the first. */
    public long position(Version version) {
        return read(version, "");
    }

    /** The same; until the transaction ends nobody can feed the version any further. */
    public long holdAt(Version version) {
        return read(version, " for update");
    }

    private long read(Version version, String lock) {
        return jdbc.sql("""
                        select (convert_from(token, 'UTF8')::json ->> 'globalIndex')::bigint
                        from %s.token
                        where processor_name = :processor
                        and segment = 0
                        and token is not null%s""".formatted(version.schema(), lock))
                .param("processor", version.projection())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Where the version's processor is to begin. */
    public void write(Version version, long position) {
        jdbc.sql("""
                        insert into %s.token (processor_name, segment, token, token_type, timestamp, mask)
                        values (:processor, 0, :token, :type, :now, 0)""".formatted(version.schema()))
                .param("processor", version.projection())
                .param("token", text(position))
                .param("type", GlobalSequenceTrackingToken.class.getName())
                // Axon's text of an instant, long ago: whoever comes first may claim it.
                .param("now", "1970-01-01T00:00:00.000Z")
                .update();
    }

    /**
     * Everything up to the position is handled, or of no concern. Where the token is as far already it stays; whose it is
     * does not change.
     */
    public void advance(Version version, long position) {
        jdbc.sql("""
                        update %s.token set token = :token
                        where processor_name = :processor
                        and segment = 0
                        and token_type = :type
                        and (convert_from(token, 'UTF8')::json ->> 'globalIndex')::bigint < :position""".formatted(version.schema()))
                .param("token", text(position))
                .param("processor", version.projection())
                .param("type", GlobalSequenceTrackingToken.class.getName())
                .param("position", position)
                .update();
    }

    private static byte[] text(long position) {
        return "{\"globalIndex\":%d}".formatted(position).getBytes(StandardCharsets.UTF_8);
    }

    /** Who has claimed the version's segment. */
    public Optional<String> owner(Version version) {
        return jdbc.sql("select owner from %s.token where owner is not null".formatted(version.schema()))
                .query(String.class)
                .optional();
    }
}
