package io.taskledger.query.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.projection.DeadLetter;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.query.projection.Versions.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dead letters of versions, to be read and to be taken out. */
@Component
class Letterbox {

    private static final String LETTERS = """
            select
                letter.dead_letter_id, letter.aggregate_identifier as stream, event.position, event.type,
                letter.event_identifier, event.happened_at, letter.enqueued_at,
                convert_from(event.payload, 'UTF8') as json, letter.cause_type, letter.cause_message
            from automation.dead_letter_entry as letter
            join ledger.event as event
                on event.stream_id = letter.aggregate_identifier
                and event.sequence_number = letter.sequence_number
            where letter.processing_group = :version
            """;

    private final JdbcClient jdbc;

    Letterbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DeadLetter> list(Version version, int limit) {
        return letters(version, "order by event.position limit :limit")
                .param("limit", limit)
                .query((row, index) -> letter(version, row))
                .list();
    }

    Optional<DeadLetter> find(Version version, String id) {
        return letters(version, "and letter.dead_letter_id = :id")
                .param("id", id)
                .query((row, index) -> letter(version, row))
                .optional();
    }

    /** The one that holds up a stream. */
    Optional<DeadLetter> firstOf(Version version, String stream) {
        return letters(version, "and letter.aggregate_identifier = :stream order by event.position limit 1")
                .param("stream", stream)
                .query((row, index) -> letter(version, row))
                .optional();
    }

    long count(Version version) {
        return jdbc.sql("select count(*) from automation.dead_letter_entry where processing_group = :version")
                .param("version", version.schema())
                .query(Long.class)
                .single();
    }

    /** Takes an event out of the letters of all versions of a projection. */
    void remove(String projection, String eventId) {
        jdbc.sql("""
                        delete from automation.dead_letter_entry
                        where event_identifier = :event and processing_group ~ ('^' || :projection || '_v[0-9]+$')""").param("event", eventId).param("projection", projection).update();
    }

    private JdbcClient.StatementSpec letters(Version version, String rest) {
        return jdbc.sql(LETTERS + rest).param("version", version.schema());
    }

    private static DeadLetter letter(Version version, ResultSet row) throws SQLException {
        var cause =
                Optional.ofNullable(row.getString("cause_type")).map(type -> type.substring(type.lastIndexOf('.') + 1));
        var message = row.getString("cause_message");
        return new DeadLetter(
                row.getString("dead_letter_id"),
                ProjectionId.named(version.projection()),
                row.getString("stream"),
                row.getLong("position"),
                row.getString("type"),
                row.getString("event_identifier"),
                Timestamps.instant(row, "happened_at"),
                Timestamps.instant(row, "enqueued_at"),
                row.getString("json"),
                cause.map(type -> message == null ? type : type + ": " + message));
    }
}
