package io.taskledger.query.workspace;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.UserId;
import io.taskledger.messages.workspace.WorkspaceEvent;
import io.taskledger.messages.workspace.WorkspaceEvent.InvitationDeclined;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberLeft;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberRemoved;
import io.taskledger.messages.workspace.WorkspaceEvent.UserInvited;
import io.taskledger.messages.workspace.WorkspaceQuery.WatchWorkspaces;
import io.taskledger.messages.workspace.WorkspaceTouched;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ProjectionProgress;
import io.taskledger.query.task.Memberships;
import io.taskledger.query.task.TaskLiveUpdates;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SubscriptionQueryMessage;
import org.springframework.stereotype.Component;

/** Tells the screens that are open on this node which workspace to ask for again, as tasks are told of. */
@Component
@ProcessingGroup(TaskLiveUpdates.GROUP)
class WorkspaceLiveUpdates {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ProjectionProgress progress;
    private final QueryUpdateEmitter screens;
    private final Memberships memberships;

    WorkspaceLiveUpdates(ProjectionProgress progress, QueryUpdateEmitter screens, Memberships memberships) {
        this.progress = progress;
        this.screens = screens;
        this.memberships = memberships;
    }

    /** Takes the message: where nobody looks, its payload need not be deciphered. */
    @EventHandler(payloadType = WorkspaceEvent.class)
    void on(EventMessage<WorkspaceEvent> message, TrackingToken token) {
        if (screens.activeSubscriptions().isEmpty()) {
            return;
        }
        var event = message.getPayload();
        var position = token.position().orElseThrow();
        progress.await(Projection.WORKSPACES, position, PATIENCE);
        var audience = audience(event);
        screens.emit(
                subscription -> concerns(subscription, audience), new WorkspaceTouched(event.workspaceId(), position));
    }

    private static boolean concerns(SubscriptionQueryMessage<?, ?, ?> subscription, Set<String> audience) {
        return subscription.getPayload() instanceof WatchWorkspaces
                && subscription.getMetaData().get(MetadataKeys.ACTOR) instanceof String person
                && audience.contains(person);
    }

    /** Those who belong to it, those who did until now, and who is asked to. */
    private Set<String> audience(WorkspaceEvent event) {
        var audience = new HashSet<>(
                memberships.in(event.workspaceId()).stream().map(UserId::text).collect(Collectors.toSet()));
        switch (event) {
            case UserInvited invited -> audience.add(invited.user().text());
            case InvitationDeclined declined -> audience.add(declined.user().text());
            case MemberRemoved removed -> audience.add(removed.member().text());
            case MemberLeft left -> audience.add(left.member().text());
            default -> {}
        }
        return audience;
    }
}
