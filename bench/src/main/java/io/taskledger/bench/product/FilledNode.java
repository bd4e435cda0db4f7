package io.taskledger.bench.product;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import io.taskledger.messages.UserId;
import io.taskledger.postgres.ConnectionDetails;
import org.axonframework.serialization.Serializer;

/**
 * A node on a ledger of many events, its projections made from them.
 *
 * @param somebody one of the tasks' owners
 */
public record FilledNode(Node node, UserId somebody) implements AutoCloseable {

    private static final int OWNERS = 100;

    /** @param start how a node of the wanted kind is started: {@code Node::start}, say */
    public static FilledNode start(
            BiFunction<ConnectionDetails, Path, Node> start,
            ConnectionDetails database,
            Path data,
            StreamLengths lengths,
            int events)
            throws SQLException, IOException {
        return start(
                start,
                database,
                data,
                lengths,
                events,
                _ -> Stream.generate(UserId::next).limit(OWNERS).toList());
    }

    /** @param owners whose tasks are to be, who may sign up for it; the first of them is the somebody */
    public static FilledNode start(
            BiFunction<ConnectionDetails, Path, Node> start,
            ConnectionDetails database,
            Path data,
            StreamLengths lengths,
            int events,
            Function<Node, List<UserId>> owners)
            throws SQLException, IOException {
        UserId somebody;
        try (var before = start.apply(database, data)) {
            var people = owners.apply(before);
            before.stopProjections();
            new LedgerFill(before.bean("eventSerializer", Serializer.class), lengths, people).fill(database, events);
            somebody = people.getFirst();
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
