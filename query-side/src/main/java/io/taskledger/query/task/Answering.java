package io.taskledger.query.task;

import java.util.Objects;
import java.util.function.Supplier;

import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Readers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One read transaction for an answer of several statements, so that all of them read one version of the projection. */
@Component
public final class Answering {

    private final TransactionTemplate reading;
    private final TransactionTemplate readingAnew;
    private final Readers readers;

    Answering(PlatformTransactionManager transactions, JdbcClient jdbc, LiveVersions live) {
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.readingAnew = new TransactionTemplate(transactions, reading);
        this.readingAnew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.readers = new Readers(jdbc, live);
    }

    /** For the product itself, which is shown everybody's rows: never for what a person asks. */
    <T> T forNobody(Supplier<T> statements) {
        return Objects.requireNonNull(
                readingAnew.execute(_ -> {
                    readers.all();
                    return statements.get();
                }),
                "an answer");
    }

    public <T> T with(Supplier<T> statements) {
        return Objects.requireNonNull(reading.execute(_ -> statements.get()), "an answer");
    }
}
