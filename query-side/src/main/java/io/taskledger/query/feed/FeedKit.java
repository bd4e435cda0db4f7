package io.taskledger.query.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

import io.taskledger.ledger.LedgerEventStore;
import io.taskledger.query.projection.Tokens;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jpa.JpaSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What every feed is made of.
 *
 * @param springTransactions the same transactions as {@code transactions}
 * @param general for tokens and diagnostics
 * @param events for the events of dead letters
 * @param node fixed name of this node; empty: Axon's, process and host
 */
public record FeedKit(
        LedgerEventStore ledger,
        Tokens positions,
        ConnectionProvider connections,
        EntityManagerProvider entities,
        TransactionManager transactions,
        PlatformTransactionManager springTransactions,
        Serializer general,
        Serializer events,
        ScheduledExecutorService workers,
        Optional<String> node) {

    /** A dead node's projections go over to another within this and {@link #CLAIM_INTERVAL}. */
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(4);

    static final Duration CLAIM_INTERVAL = Duration.ofSeconds(1);

    /** Plenty; a projection that fails everywhere needs a person, not a bigger queue. */
    private static final int MOST_STREAMS = 10_000;

    private static final int MOST_LETTERS_OF_A_STREAM = 100_000;

    /** The tokens in a schema's own table of them. */
    public TokenStore tokens(String schema) {
        var store = JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(general)
                .contentType(byte[].class)
                .claimTimeout(CLAIM_TIMEOUT)
                .schema(TokenSchema.builder()
                        .setTokenTable(schema + ".token")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build());
        node.ifPresent(store::nodeId);
        return store.build();
    }

    /** The dead letters of a version. */
    public JpaSequencedDeadLetterQueue<EventMessage<?>> deadLetters(String schema) {
        return JpaSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(schema)
                .maxSequences(MOST_STREAMS)
                .maxSequenceSize(MOST_LETTERS_OF_A_STREAM)
                .entityManagerProvider(entities)
                .transactionManager(transactions)
                .genericSerializer(general)
                .eventSerializer(events)
                .build();
    }
}
