package io.taskledger.query.task;

import java.util.Objects;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One read transaction for an answer of several statements, so that all of them read one version of the projection. */
@Component
public final class Answering {

    private final TransactionTemplate reading;

    Answering(PlatformTransactionManager transactions) {
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    public <T> T with(Supplier<T> statements) {
        return Objects.requireNonNull(reading.execute(_ -> statements.get()), "an answer");
    }
}
