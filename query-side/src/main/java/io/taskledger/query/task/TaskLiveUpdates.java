package io.taskledger.query.task;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.account.AccountEvent.TagColoured;
import io.taskledger.messages.account.AccountQuery.WatchTagColours;
import io.taskledger.messages.account.TagsColoured;
import io.taskledger.messages.task.SharingEvent.ShareRevoked;
import io.taskledger.messages.task.SharingEvent.TaskLeft;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskMoved;
import io.taskledger.messages.task.TaskEvent.TaskTransferred;
import io.taskledger.messages.task.TaskEvent.VersionNamed;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.WatchTasks;
import io.taskledger.messages.task.TaskTouched;
import io.taskledger.messages.workspace.WorkspaceId;
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
 * Tells the screens that are open on this node which task to ask for again, and whose tags have other colours, once the
 * rows are there to be read. Follows the ledger from its head, remembers nothing, and so runs on every node.
 */
@Component
@ProcessingGroup(TaskLiveUpdates.GROUP)
public class TaskLiveUpdates {

    public static final String GROUP = "live-task-updates";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ProjectionProgress progress;
    private final QueryUpdateEmitter screens;
    private final EventStore ledger;
    private final TaskRepository tasks;
    private final ShareRepository shares;
    private final Memberships memberships;
    private final Answering answering;
    private final Cache<TaskId, String> owners =
            Caffeine.newBuilder().maximumSize(10_000).build();

    TaskLiveUpdates(
            ProjectionProgress progress,
            QueryUpdateEmitter screens,
            EventStore ledger,
            TaskRepository tasks,
            ShareRepository shares,
            Memberships memberships,
            Answering answering) {
        this.progress = progress;
        this.screens = screens;
        this.ledger = ledger;
        this.tasks = tasks;
        this.shares = shares;
        this.memberships = memberships;
        this.answering = answering;
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
        if (event instanceof VersionNamed) {
            // Only there it is told.
            progress.await(Projection.HISTORY, position, PATIENCE);
        }
        var audience = answering.forNobody(() -> audience(event));
        screens.emit(subscription -> concerns(subscription, audience), new TaskTouched(event.taskId(), position));
    }

    @EventHandler(payloadType = TagColoured.class)
    void ofTag(EventMessage<TagColoured> message, TrackingToken token) {
        if (screens.activeSubscriptions().isEmpty()) {
            return;
        }
        var position = token.position().orElseThrow();
        var person = message.getPayload().userId().text();
        progress.await(Projection.ACCOUNTS, position, PATIENCE);
        screens.emit(
                subscription -> subscription.getPayload() instanceof WatchTagColours
                        && person.equals(subscription.getMetaData().get(MetadataKeys.ACTOR)),
                new TagsColoured(position));
    }

    private static boolean concerns(SubscriptionQueryMessage<?, ?, ?> subscription, Set<String> audience) {
        return subscription.getPayload() instanceof WatchTasks
                && subscription.getMetaData().get(MetadataKeys.ACTOR) instanceof String person
                && audience.contains(person);
    }

    /** Those who see the task, and who saw it until now. */
    private Set<String> audience(TaskEvent event) {
        var task = event.taskId();
        var audience = new HashSet<>(Set.of(owners.get(task, this::owner)));
        shares.findByTaskIdOrderBySharedAtAscIdAsc(task.text()).forEach(share -> audience.add(share.userId()));
        switch (event) {
            case ShareRevoked revoked -> audience.add(revoked.with().text());
            case TaskLeft left -> audience.add(left.who().text());
            case TaskMoved moved -> addTeam(moved.home().from().workspaceId(), audience);
            case TaskTransferred transferred ->
                addTeam(transferred.home().from().workspaceId(), audience);
            default -> {}
        }
        addTeam(workspace(task), audience);
        return audience;
    }

    private void addTeam(WorkspaceId workspace, Set<String> audience) {
        memberships.in(workspace).forEach(member -> audience.add(member.text()));
    }

    /** From the stream where the row is gone. */
    private WorkspaceId workspace(TaskId task) {
        return tasks.findById(task.text()).map(TaskEntity::workspace).orElseGet(() -> {
            var standing = new StandingTask(task);
            ledger.readEvents(task.text()).asStream().forEach(event -> standing.on(event.getPayload()));
            return standing.home().workspaceId();
        });
    }

    /** From the stream itself: the row of a purged task is gone. */
    private String owner(TaskId task) {
        return ((TaskCreated) ledger.readEvents(task.text()).next().getPayload())
                .owner()
                .text();
    }
}
