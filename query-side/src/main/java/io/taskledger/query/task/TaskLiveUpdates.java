package io.taskledger.query.task;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.WatchTasks;
import io.taskledger.messages.task.TaskTouched;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ProjectionProgress;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SubscriptionQueryMessage;
import org.springframework.stereotype.Component;

/**
 * Tells the screens that are open on this node which task to ask for again, once the rows are there to be read. Follows
 * the ledger from its head, remembers nothing, and so runs on every node.
 */
@Component
@ProcessingGroup(TaskLiveUpdates.GROUP)
public class TaskLiveUpdates {

    public static final String GROUP = "live-task-updates";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ProjectionProgress progress;
    private final QueryUpdateEmitter screens;
    private final EventStore ledger;
    private final Cache<TaskId, String> owners =
            Caffeine.newBuilder().maximumSize(10_000).build();

    TaskLiveUpdates(ProjectionProgress progress, QueryUpdateEmitter screens, EventStore ledger) {
        this.progress = progress;
        this.screens = screens;
        this.ledger = ledger;
    }

    /** Takes the message: where nobody looks, its payload need not be deciphered. */
    @EventHandler(payloadType = TaskEvent.class)
    void on(EventMessage<TaskEvent> message, TrackingToken token) {
        if (screens.activeSubscriptions().isEmpty()) {
            return;
        }
        var event = message.getPayload();
        var position = token.position().orElseThrow();
        progress.await(Projection.TASKS, position, PATIENCE);
        var owner = owners.get(event.taskId(), this::owner);
        screens.emit(subscription -> concerns(subscription, owner), new TaskTouched(event.taskId(), position));
    }

    private static boolean concerns(SubscriptionQueryMessage<?, ?, ?> subscription, String owner) {
        return subscription.getPayload() instanceof WatchTasks
                && owner.equals(subscription.getMetaData().get(MetadataKeys.ACTOR));
    }

    /** From the stream itself: the row of a deleted task is gone. */
    private String owner(TaskId task) {
        return ((TaskCreated) ledger.readEvents(task.text()).next().getPayload())
                .owner()
                .text();
    }
}
