package io.taskledger.bench.product;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.BiFunction;

import io.taskledger.messages.UserId;
import io.taskledger.postgres.ConnectionDetails;
import org.axonframework.serialization.Serializer;

/**
 * A node on a ledger of many events, its projections made from them.
 *
 * @param somebody one of the tasks' owners
 */
public record FilledNode(Node node, UserId somebody) implements AutoCloseable {

    /** @param start how a node of the wanted kind is started: {@code Node::start}, say */
    public static FilledNode start(
            BiFunction<ConnectionDetails, Path, Node> start,
            ConnectionDetails database,
            Path data,
            StreamLengths lengths,
            int events)
            throws SQLException, IOException {
        UserId somebody;
        try (var before = start.apply(database, data)) {
            before.stopProjections();
            var fill = new LedgerFill(before.bean("eventSerializer", Serializer.class), lengths);
            fill.fill(database, events);
            somebody = fill.somebody();
        }
        Rebuilds.forgetReadSide(database);
        var node = start.apply(database, data);
        new Rebuilds(node).awaitFirst();
        return new FilledNode(node, somebody);
    }

    @Override
    public void close() {
        node.close();
    }
}
