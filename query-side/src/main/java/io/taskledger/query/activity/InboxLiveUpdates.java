package io.taskledger.query.activity;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.account.AccountEvent.NotificationRead;
import io.taskledger.messages.account.AccountEvent.NotificationsRead;
import io.taskledger.messages.notification.InboxTouched;
import io.taskledger.messages.notification.NotificationQuery.WatchInbox;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.workspace.WorkspaceEvent;
import io.taskledger.messages.workspace.WorkspaceEvent.InvitationDeclined;
import io.taskledger.messages.workspace.WorkspaceEvent.InvitationWithdrawn;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberJoined;
import io.taskledger.messages.workspace.WorkspaceEvent.UserInvited;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ProjectionProgress;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SubscriptionQueryMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the screens that are open on this node to ask again what their people are to be told, once the rows are there to be
 * read. Follows the ledger from its head, remembers nothing, and so runs on every node. Rather once too often: of a task
 * everybody is told who ever was told of it, for what they may see of it may be another.
 */
@Component
@ProcessingGroup(InboxLiveUpdates.GROUP)
public class InboxLiveUpdates {

    public static final String GROUP = "live-inbox-updates";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ProjectionProgress progress;
    private final QueryUpdateEmitter screens;
    private final EventStore ledger;
    private final JdbcClient jdbc;
    private final LiveVersions live;

    InboxLiveUpdates(
            ProjectionProgress progress,
            QueryUpdateEmitter screens,
            EventStore ledger,
            JdbcClient jdbc,
            LiveVersions live) {
        this.progress = progress;
        this.screens = screens;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.live = live;
    }

    /** By its type, so that what nobody is told of need not be deciphered. */
    @EventHandler(payloadType = TaskEvent.class)
    void ofTask(EventMessage<?> message, TrackingToken token) {
        if (message.getPayloadType() != TaskCreated.class
                && message.getPayloadType() != TaskEdited.class
                && isWatched()) {
            var task = ((TaskEvent) message.getPayload()).taskId();
            var position = reached(token);
            tell(recipients(task.text()), position);
        }
    }

    @EventHandler
    void on(UserInvited event, TrackingToken token) {
        tell(event.user().text(), token);
    }

    @EventHandler
    void on(MemberJoined event, TrackingToken token) {
        tell(event.member().text(), token);
    }

    @EventHandler
    void on(InvitationDeclined event, TrackingToken token) {
        tell(event.user().text(), token);
    }

    /** Whom it was for is in the stream alone: the row is gone. */
    @EventHandler
    void on(InvitationWithdrawn event, TrackingToken token) {
        if (isWatched()) {
            ledger.readEvents(event.workspaceId().text())
                    .asStream()
                    .map(message -> (WorkspaceEvent) message.getPayload())
                    .filter(one -> one instanceof UserInvited invited
                            && invited.invitationId().equals(event.invitationId()))
                    .forEach(one -> tell(((UserInvited) one).user().text(), token));
        }
    }

    @EventHandler
    void on(NotificationRead event, TrackingToken token) {
        tell(event.userId().text(), token);
    }

    @EventHandler
    void on(NotificationsRead event, TrackingToken token) {
        tell(event.userId().text(), token);
    }

    private boolean isWatched() {
        return screens.activeSubscriptions().stream().anyMatch(InboxLiveUpdates::watches);
    }

    private static boolean watches(SubscriptionQueryMessage<?, ?, ?> subscription) {
        return subscription.getPayload() instanceof WatchInbox;
    }

    private void tell(String person, TrackingToken token) {
        if (isWatched()) {
            tell(Set.of(person), reached(token));
        }
    }

    private void tell(Set<String> people, long position) {
        screens.emit(
                subscription -> watches(subscription)
                        && subscription.getMetaData().get(MetadataKeys.ACTOR) instanceof String person
                        && people.contains(person),
                new InboxTouched(position));
    }

    /** The event's position, once the rows are as far. */
    private long reached(TrackingToken token) {
        var position = token.position().orElseThrow();
        progress.await(Projection.ACTIVITY, position, PATIENCE);
        return position;
    }

    private Set<String> recipients(String stream) {
        return new HashSet<>(jdbc.sql("select distinct recipient from %s.notification where stream = :stream"
                        .formatted(live.of(Projection.ACTIVITY).schema()))
                .param("stream", stream)
                .query(String.class)
                .list());
    }
}
