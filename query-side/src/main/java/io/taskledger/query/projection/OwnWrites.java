package io.taskledger.query.projection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.account.AccountCommand;
import io.taskledger.messages.account.AccountQuery;
import io.taskledger.messages.activity.ActivityQuery;
import io.taskledger.messages.task.EditTasks;
import io.taskledger.messages.task.StatisticsQuery;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskQuery;
import io.taskledger.messages.workspace.WorkspaceCommand;
import io.taskledger.messages.workspace.WorkspaceQuery;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryMessage;

/**
 * Everybody reads their own writes: a query waits until its projection reflects what its actor has just written on this
 * node, and the position that it names itself (what a program was told by another node). After a while it is answered
 * with what is there.
 */
public final class OwnWrites implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

    /**
     * Longer than it takes another node to go on with the projections of one that has died; with the read behind it still
     * within the ten seconds of a request.
     */
    static final Duration PATIENCE = Duration.ofSeconds(7);

    private final ProjectionProgress progress;
    private final Cache<Write, Long> positions = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    public OwnWrites(ProjectionProgress progress) {
        this.progress = progress;
    }

    /** Remembers how far the ledger was after an actor's command. */
    public void note(String actor, Object command, long position) {
        writtenTo(command)
                .forEach(projection -> positions.asMap().merge(new Write(actor, projection), position, Math::max));
    }

    @Override
    public Object handle(UnitOfWork<? extends QueryMessage<?, ?>> unitOfWork, InterceptorChain chain) throws Exception {
        var query = unitOfWork.getMessage();
        readFrom(query.getPayload())
                .ifPresent(projection -> progress.await(projection, needed(query, projection), PATIENCE));
        return chain.proceed();
    }

    private long needed(QueryMessage<?, ?> query, String projection) {
        var named = query.getMetaData().get(MetadataKeys.AWAIT_POSITION) instanceof Long position ? position : 0L;
        var own = query.getMetaData().get(MetadataKeys.ACTOR) instanceof String actor
                ? positions.getIfPresent(new Write(actor, projection))
                : null;
        return own == null ? named : Math.max(named, own);
    }

    private static List<String> writtenTo(Object command) {
        return switch (command) {
            case TaskCommand _, EditTasks _ -> List.of(Projection.TASKS, Projection.ACTIVITY, Projection.STATISTICS);
            // Who belongs to a workspace sees its tasks.
            case WorkspaceCommand _ ->
                List.of(Projection.WORKSPACES, Projection.TASKS, Projection.ACTIVITY, Projection.STATISTICS);
            case AccountCommand _ -> List.of(Projection.ACCOUNTS, Projection.ACTIVITY);
            default -> List.of();
        };
    }

    private static Optional<String> readFrom(Object query) {
        return switch (query) {
            case TaskQuery _ -> Optional.of(Projection.TASKS);
            case AccountQuery _ -> Optional.of(Projection.ACCOUNTS);
            case ActivityQuery _ -> Optional.of(Projection.ACTIVITY);
            case StatisticsQuery _ -> Optional.of(Projection.STATISTICS);
            case WorkspaceQuery _ -> Optional.of(Projection.WORKSPACES);
            default -> Optional.empty();
        };
    }

    private record Write(String actor, String projection) {}
}
