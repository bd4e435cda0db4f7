package io.taskledger.query.rebuild;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.taskledger.query.feed.FeedKit;
import io.taskledger.query.feed.Streams;
import io.taskledger.query.projection.FailureText;
import io.taskledger.query.projection.Versions.Version;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The dead letters of versions, as a fold has to do with them. */
final class Letters {

    private final JdbcClient jdbc;
    private final FeedKit kit;

    Letters(JdbcClient jdbc, FeedKit kit) {
        this.jdbc = jdbc;
        this.kit = kit;
    }

    /** Which streams of a version wait, and the position of the first event that does. */
    Map<String, Long> waiting(Version version) {
        return jdbc
                .sql("""
                        select letter.aggregate_identifier as stream, min(event.position) as position
                        from automation.dead_letter_entry as letter
                        join ledger.event as event
                            on event.stream_id = letter.aggregate_identifier
                            and event.sequence_number = letter.sequence_number
                        where letter.processing_group = :version
                        group by letter.aggregate_identifier""")
                .param("version", version.schema())
                .query((row, index) -> Map.entry(row.getString("stream"), row.getLong("position")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Gives a version the letters that another one has. */
    void carryOver(Version from, Version to) {
        jdbc.sql("""
                        insert into automation.dead_letter_entry (
                            dead_letter_id, processing_group, cause_message, cause_type, diagnostics, enqueued_at,
                            last_touched, sequence_identifier, sequence_index, aggregate_identifier,
                            event_identifier, message_type, meta_data, payload, payload_revision, payload_type,
                            sequence_number, time_stamp, token, token_type, type)
                        select
                            gen_random_uuid()::text, :to, cause_message, cause_type, diagnostics, enqueued_at,
                            last_touched, sequence_identifier, sequence_index, aggregate_identifier,
                            event_identifier, message_type, meta_data, payload, payload_revision, payload_type,
                            sequence_number, time_stamp, token, token_type, type
                        from automation.dead_letter_entry
                        where processing_group = :from""").param("from", from.schema()).param("to", to.schema()).update();
    }

    /** Puts what a fold could not handle where the version's feed will find it. */
    void enqueue(Version version, List<Folding.Stranded> stranded) {
        var queue = kit.deadLetters(version.schema());
        for (var one : stranded) {
            var stream = Streams.of(one.event());
            var failure = one.cause();
            kit.transactions()
                    .executeInTransaction(() -> queue.enqueue(
                            stream,
                            failure == null
                                    ? new GenericDeadLetter<>(stream, one.event())
                                    : new GenericDeadLetter<>(stream, one.event(), FailureText.cause(failure))));
        }
    }
}
