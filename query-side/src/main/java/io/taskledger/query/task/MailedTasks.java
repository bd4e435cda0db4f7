package io.taskledger.query.task;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.CommentEvent;
import io.taskledger.messages.task.MailedTask;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindMailedComment;
import io.taskledger.messages.task.TaskQuery.FindMailedTask;
import io.taskledger.messages.task.TaskQuery.FindOwner;
import io.taskledger.messages.workspace.WorkspaceEvent;
import io.taskledger.messages.workspace.WorkspaceId;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What mails may tell of tasks: read from their streams, which are never late. A mail that was asked for before somebody
 * lost access, or a text was changed, does not tell what is no longer theirs to know.
 */
@Component
class MailedTasks {

    private final EventStore ledger;

    MailedTasks(EventStore ledger) {
        this.ledger = ledger;
    }

    @QueryHandler
    Optional<UserId> handle(FindOwner query, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        return actor == null ? standing(query.taskId()).map(StandingTask::owner) : Optional.empty();
    }

    @QueryHandler
    Optional<MailedTask> handle(FindMailedTask query, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        return actor == null
                ? standing(query.taskId())
                        .filter(task -> isVisible(task, query.reader()))
                        .map(task -> task.toldTo(query.reader()))
                : Optional.empty();
    }

    @QueryHandler
    Optional<String> handle(FindMailedComment query, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        if (actor != null) {
            return Optional.empty();
        }
        Map<String, String> contents = new HashMap<>();
        ledger.readEvents(query.commentId().taskId().text()).asStream().forEach(event -> {
            switch (event.getPayload()) {
                case CommentEvent.CommentAdded added ->
                    contents.put(added.commentId().text(), added.content());
                case CommentEvent.CommentEdited edited ->
                    contents.put(edited.commentId().text(), edited.content().to());
                case CommentEvent.CommentRestored restored ->
                    contents.put(restored.commentId().text(), restored.content());
                case CommentEvent.CommentDeleted deleted ->
                    contents.remove(deleted.commentId().text());
                default -> {}
            }
        });
        return Optional.ofNullable(contents.get(query.commentId().text()));
    }

    private boolean isVisible(StandingTask task, UserId reader) {
        var workspace = task.home().workspaceId();
        return task.isSharedWith(reader)
                || workspace.isPersonalOf(reader)
                || members(workspace).contains(reader);
    }

    private Optional<StandingTask> standing(TaskId taskId) {
        var task = new StandingTask(taskId);
        ledger.readEvents(taskId.text()).asStream().forEach(event -> task.on(event.getPayload()));
        return Optional.of(task).filter(StandingTask::exists);
    }

    private Set<UserId> members(WorkspaceId workspace) {
        var members = new HashSet<UserId>();
        ledger.readEvents(workspace.text()).asStream().forEach(event -> {
            switch (event.getPayload()) {
                case WorkspaceEvent.WorkspaceCreated created -> members.add(created.owner());
                case WorkspaceEvent.MemberJoined joined -> members.add(joined.member());
                case WorkspaceEvent.MemberRemoved removed -> members.remove(removed.member());
                case WorkspaceEvent.MemberLeft left -> members.remove(left.member());
                default -> {}
            }
        });
        return members;
    }
}
