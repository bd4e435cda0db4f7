package io.taskledger.query;

import io.taskledger.messages.MetadataKeys;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Readers;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * The reader's transaction around each query, which the database is told for whom it is: other people's rows are not there
 * for it then, whatever its handler asks. What nobody asks, the product asks for itself, and is shown all.
 */
final class ReadersTransaction implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

    private final SpringTransactionManager transactions;
    private final Readers readers;

    ReadersTransaction(PlatformTransactionManager transactions, JdbcClient jdbc, LiveVersions live) {
        var reading = new DefaultTransactionDefinition();
        reading.setReadOnly(true);
        this.transactions = new SpringTransactionManager(transactions, reading);
        this.readers = new Readers(jdbc, live);
    }

    @Override
    public Object handle(UnitOfWork<? extends QueryMessage<?, ?>> unitOfWork, InterceptorChain chain) throws Exception {
        var transaction = transactions.startTransaction();
        unitOfWork.onCommit(_ -> transaction.commit());
        unitOfWork.onRollback(_ -> transaction.rollback());
        if (unitOfWork.getMessage().getMetaData().get(MetadataKeys.ACTOR) instanceof String actor) {
            readers.only(actor, PlannedOnce.planning(unitOfWork.getMessage().getPayload()));
        } else {
            readers.all();
        }
        return chain.proceed();
    }
}
