package io.taskledger.bench.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import io.taskledger.messages.ActionId;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.task.TaskId;
import io.taskledger.postgres.ConnectionDetails;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills an empty ledger with the lives of many tasks, as if the product had written them: its own serializer makes the
 * bytes. Thousands of tasks live at the same time, so a stream's events lie far apart. The same seed gives the same
 * lives.
 */
public final class LedgerFill {

    private static final int ALIVE = 3_000;
    private static final int FLUSH = 1 << 16;
    private static final Instant BEGINNING = Instant.parse("2025-01-01T08:00:00Z");
    private static final Duration STEP = Duration.ofMillis(700);

    /** Mails about what is made up would be considered beside what is measured. */
    private static final String DONE_BY_ITSELF = """
            update automation.token
            set token = convert_to(json_build_object('globalIndex', (select max(position) from ledger.event))::text, 'UTF8'),
              token_type = 'org.axonframework.eventhandling.GlobalSequenceTrackingToken'""";

    private final Random random = new Random(42);
    private final Serializer serializer;
    private final StreamLengths lengths;
    private final List<UserId> owners;
    private int born;

    /**
     * @param serializer the product's own, for events
     * @param owners whose tasks they are, in equal parts
     */
    public LedgerFill(Serializer serializer, StreamLengths lengths, List<UserId> owners) {
        this.serializer = serializer;
        this.lengths = lengths;
        this.owners = owners;
    }

    /** No node may be handling events meanwhile. */
    public void fill(ConnectionDetails database, int events) throws SQLException, IOException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("""
                    copy ledger.event (stream_id, sequence_number, stream_type, type, revision, event_id, happened_at,
                    payload, metadata) from stdin""");
            write(copy, events);
            copy.endCopy();
            statement.execute(DONE_BY_ITSELF);
            statement.execute("vacuum (analyze) ledger.event");
            statement.execute("checkpoint");
        }
    }

    private void write(CopyIn copy, int events) throws SQLException {
        var alive = new ArrayList<MadeUpTask>();
        for (int task = 0; task < ALIVE; task++) {
            alive.add(newborn());
        }
        var lines = new StringBuilder();
        for (int event = 0; event < events; event++) {
            int chosen = random.nextInt(ALIVE);
            append(lines, alive.get(chosen), BEGINNING.plus(STEP.multipliedBy(event)));
            if (alive.get(chosen).over()) {
                alive.set(chosen, newborn());
            }
            if (lines.length() > FLUSH || event == events - 1) {
                byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
                lines.setLength(0);
            }
        }
    }

    private MadeUpTask newborn() {
        var id = TaskId.derived(BEGINNING.toEpochMilli() + born, "task " + born++);
        return new MadeUpTask(random, id, owners.get(random.nextInt(owners.size())), lengths.any(random));
    }

    private void append(StringBuilder line, MadeUpTask task, Instant at) {
        int sequenceNumber = task.sequenceNumber();
        var payload = serializer.serialize(task.next(), byte[].class);
        var metadata = serializer.serialize(metadata(task.owner()), byte[].class);
        line.append(task.id().text()).append('\t').append(sequenceNumber).append("\ttask\t");
        line.append(payload.getType().getName()).append('\t');
        line.append(payload.getType().getRevision()).append('\t');
        line.append(uuid()).append('\t').append(at);
        bytes(line.append('\t'), payload.getData());
        bytes(line.append('\t'), metadata.getData());
        line.append('\n');
    }

    private MetaData metadata(UserId actor) {
        var message = uuid().toString();
        return MetaData.from(Map.of(
                MetadataKeys.ACTOR, actor.text(),
                MetadataKeys.VIA, Via.REST.stored(),
                MetadataKeys.ACTION_ID, ActionId.next().text(),
                MetadataKeys.CORRELATION_ID, message,
                MetadataKeys.CAUSATION_ID, message));
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static void bytes(StringBuilder line, byte[] value) {
        HexFormat.of().formatHex(line.append("\\\\x"), value);
    }
}
