package io.taskledger.query.projection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.account.AccountCommand;
import io.taskledger.messages.account.AccountQuery;
import io.taskledger.messages.account.AccountQuery.FindPicture;
import io.taskledger.messages.activity.ActivityQuery;
import io.taskledger.messages.history.HistoryQuery;
import io.taskledger.messages.history.HistoryQuery.BlameTask;
import io.taskledger.messages.history.HistoryQuery.CompareTask;
import io.taskledger.messages.history.HistoryQuery.FindTaskAt;
import io.taskledger.messages.history.HistoryQuery.FindVersion;
import io.taskledger.messages.history.HistoryQuery.ListOwnActions;
import io.taskledger.messages.history.HistoryQuery.ListVersions;
import io.taskledger.messages.history.HistoryQuery.PlanRestore;
import io.taskledger.messages.history.HistoryQuery.PlanUndo;
import io.taskledger.messages.history.HistoryQuery.ReplayTasks;
import io.taskledger.messages.history.HistoryQuery.SumUpTasksAt;
import io.taskledger.messages.history.StepsOf;
import io.taskledger.messages.notification.NotificationQuery;
import io.taskledger.messages.task.CompensateTask;
import io.taskledger.messages.task.DoTogether;
import io.taskledger.messages.task.EditTasks;
import io.taskledger.messages.task.SharingCommand;
import io.taskledger.messages.task.StatisticsQuery;
import io.taskledger.messages.task.StatisticsQuery.SumUpOwnTasks;
import io.taskledger.messages.task.TaskCommand;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery;
import io.taskledger.messages.task.TaskQuery.FindComment;
import io.taskledger.messages.task.TaskQuery.FindFile;
import io.taskledger.messages.task.TaskQuery.FindTags;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.messages.task.TaskQuery.ListComments;
import io.taskledger.messages.task.TaskQuery.ListFiles;
import io.taskledger.messages.task.TaskQuery.ListReminders;
import io.taskledger.messages.task.TaskQuery.ListShares;
import io.taskledger.messages.task.TaskQuery.ReadTimeline;
import io.taskledger.messages.workspace.WorkspaceCommand;
import io.taskledger.messages.workspace.WorkspaceQuery;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryMessage;

/**
 * Everybody reads their own writes: a query waits until its projection reflects what its actor has just written on this
 * node, what anybody has just written here to the one thing that it asks for, whom anybody has just given or denied access
 * here, and the position that it names itself (what a program was told by another node). After a while it is answered with
 * what is there; what others did is waited for a moment only where news are told.
 */
public final class OwnWrites implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

    /**
     * Longer than it takes another node to go on with the projections of one that has died; with the read behind it still
     * within the ten seconds of a request.
     */
    static final Duration PATIENCE = Duration.ofMillis(5_500);

    /** What is only shown a moment late: under a burst of others' writes nobody waits for all of it. */
    static final Duration PATIENCE_FOR_NEWS = Duration.ofMillis(250);

    /** Stands for all that was shared, or given to members, or is no more: to whom, only the events tell. */
    private static final String ACCESS = "access";

    /** Stands for what others did to tasks: whom it concerns, only the events tell. */
    private static final String NEWS = "news";

    private static final Set<String> NEWS_IS_TOLD_IN = Set.of(Projection.ACTIVITY, Projection.STATISTICS);

    private final ProjectionProgress progress;
    private final Cache<Write, Long> positions = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    public OwnWrites(ProjectionProgress progress) {
        this.progress = progress;
    }

    /** Remembers how far the ledger was after an actor's command: for the actor, and for who asks for the same task. */
    public void note(String actor, Object command, long position) {
        writtenTo(command).forEach(projection -> reached(actor, projection, position));
        switch (command) {
            case TaskCommand one -> written(one.taskId(), position);
            case CompensateTask one -> written(one.taskId(), position);
            case DoTogether many ->
                many.parts().forEach(part -> written(part.task().taskId(), position));
            case EditTasks many -> many.taskIds().forEach(task -> written(task, position));
            default -> {}
        }
        if (changesAccess(command)) {
            writtenTo(command).forEach(projection -> reached(ACCESS, projection, position));
        }
        writtenTo(command).stream()
                .filter(NEWS_IS_TOLD_IN::contains)
                .forEach(projection -> reached(NEWS, projection, position));
    }

    private void written(TaskId task, long position) {
        reached(task.text(), Projection.TASKS, position);
        reached(task.text(), Projection.HISTORY, position);
    }

    private static boolean changesAccess(Object command) {
        return switch (command) {
            case SharingCommand _, WorkspaceCommand _ -> true;
            case CompensateTask one -> one.steps().stream().anyMatch(SharingCommand.class::isInstance);
            case DoTogether many -> many.parts().stream().anyMatch(part -> changesAccess(part.task()));
            default -> false;
        };
    }

    private void reached(String about, String projection, long position) {
        positions.asMap().merge(new Write(about, projection), position, Math::max);
    }

    @Override
    public Object handle(UnitOfWork<? extends QueryMessage<?, ?>> unitOfWork, InterceptorChain chain) throws Exception {
        var query = unitOfWork.getMessage();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var projection : readFrom(query.getPayload())) {
            progress.await(projection, needed(query, projection), Duration.ofNanos(deadline - System.nanoTime()));
            progress.await(projection, written(NEWS, projection), PATIENCE_FOR_NEWS);
        }
        if (query.getMetaData().get(MetadataKeys.ACTOR) instanceof String actor) {
            for (var projection : scopeOf(query.getPayload())) {
                // One patience for all: together they stay within a request's time.
                var position = Math.max(written(actor, projection), writtenByOthers(query, projection));
                progress.await(projection, position, Duration.ofNanos(deadline - System.nanoTime()));
            }
        }
        return chain.proceed();
    }

    private long needed(QueryMessage<?, ?> query, String projection) {
        var named = query.getMetaData().get(MetadataKeys.AWAIT_POSITION) instanceof Long position ? position : 0L;
        var own = query.getMetaData().get(MetadataKeys.ACTOR) instanceof String actor ? written(actor, projection) : 0L;
        return Math.max(named, Math.max(own, writtenByOthers(query, projection)));
    }

    private long writtenByOthers(QueryMessage<?, ?> query, String projection) {
        var toThis =
                about(query.getPayload()).map(one -> written(one, projection)).orElse(0L);
        return Math.max(toThis, written(ACCESS, projection));
    }

    private long written(String about, String projection) {
        var position = positions.getIfPresent(new Write(about, projection));
        return position == null ? 0 : position;
    }

    /** What a query asks for where that is one thing: what somebody else did to it a moment ago is seen at once. */
    private static Optional<String> about(Object query) {
        return switch (query) {
            case FindTask(var task) -> Optional.of(task.text());
            case ListShares(var task) -> Optional.of(task.text());
            case ListComments(var task) -> Optional.of(task.text());
            case FindComment(var comment) -> Optional.of(comment.taskId().text());
            case ListFiles(var task) -> Optional.of(task.text());
            case FindFile(var file) -> Optional.of(file.taskId().text());
            case ListReminders(var task) -> Optional.of(task.text());
            case ReadTimeline(var task) -> Optional.of(task.text());
            case FindPicture(var person) -> Optional.of(person.text());
            case FindTaskAt(var task, var _) -> Optional.of(task.text());
            case FindVersion(var task, var _) -> Optional.of(task.text());
            case ListVersions(var task, var _, var _) -> Optional.of(task.text());
            case CompareTask(var task, var _, var _) -> Optional.of(task.text());
            case BlameTask(var task) -> Optional.of(task.text());
            case ReplayTasks(StepsOf.Task(var task), var _, var _, var _, var _) -> Optional.of(task.text());
            case PlanRestore(var task, var _) -> Optional.of(task.text());
            default -> Optional.empty();
        };
    }

    private static List<String> writtenTo(Object command) {
        return switch (command) {
            case TaskCommand _, EditTasks _, CompensateTask _, DoTogether _ ->
                List.of(Projection.TASKS, Projection.ACTIVITY, Projection.STATISTICS, Projection.HISTORY);
            // Who belongs to a workspace sees its tasks.
            case WorkspaceCommand _ ->
                List.of(Projection.WORKSPACES, Projection.TASKS, Projection.ACTIVITY, Projection.STATISTICS);
            case AccountCommand _ -> List.of(Projection.ACCOUNTS, Projection.ACTIVITY, Projection.HISTORY);
            default -> List.of();
        };
    }

    private static List<String> readFrom(Object query) {
        return switch (query) {
            case FindTags _ -> List.of(Projection.TASKS, Projection.ACCOUNTS);
            case TaskQuery _ -> List.of(Projection.TASKS);
            case AccountQuery _ -> List.of(Projection.ACCOUNTS);
            case ActivityQuery _, NotificationQuery _ -> List.of(Projection.ACTIVITY);
            case SumUpOwnTasks _ -> List.of(Projection.STATISTICS, Projection.ACCOUNTS);
            case StatisticsQuery _ -> List.of(Projection.STATISTICS);
            case HistoryQuery _ -> List.of(Projection.HISTORY);
            case WorkspaceQuery _ -> List.of(Projection.WORKSPACES);
            default -> List.of();
        };
    }

    /**
     * Which projections tell what may be seen: whose members see a task the workspaces, who sees its past the tasks. A
     * position that was only passed there is not waited for.
     */
    private static List<String> scopeOf(Object query) {
        return switch (query) {
            case TaskQuery _ -> List.of(Projection.WORKSPACES);
            case PlanUndo _, ListOwnActions _, SumUpTasksAt _ ->
                List.of(Projection.ACTIVITY, Projection.TASKS, Projection.WORKSPACES);
            case HistoryQuery _ -> List.of(Projection.TASKS, Projection.WORKSPACES);
            default -> List.of();
        };
    }

    /** @param about who wrote, or what was written about */
    private record Write(String about, String projection) {}
}
