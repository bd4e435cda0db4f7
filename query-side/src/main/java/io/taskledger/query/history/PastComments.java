package io.taskledger.query.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.task.CommentEvent;
import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentEvent.CommentDeleted;
import io.taskledger.messages.task.CommentEvent.CommentEdited;
import io.taskledger.messages.task.CommentEvent.CommentRestored;
import io.taskledger.messages.task.TaskComment;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Comments as they were, read from the task's stream: few ask for them, so that no row has to keep them. */
@Component
class PastComments {

    private final EventStore ledger;

    PastComments(EventStore ledger) {
        this.ledger = ledger;
    }

    /** Version → the task's comments then, by their ids as those of now, without names. */
    Map<Long, List<TaskComment>> of(String task, Collection<Long> versions) {
        var wanted = new TreeSet<>(versions);
        var then = new HashMap<Long, List<TaskComment>>();
        var said = new TreeMap<String, TaskComment>();
        var events = ledger.readEvents(task);
        while (events.hasNext() && !wanted.isEmpty()) {
            var event = events.next();
            while (!wanted.isEmpty() && wanted.first() < event.getSequenceNumber()) {
                then.put(wanted.pollFirst(), List.copyOf(said.values()));
            }
            if (CommentEvent.class.isAssignableFrom(event.getPayloadType())) {
                say(event, said);
            }
        }
        wanted.forEach(version -> then.put(version, List.copyOf(said.values())));
        return then;
    }

    private static void say(DomainEventMessage<?> event, Map<String, TaskComment> said) {
        switch ((CommentEvent) event.getPayload()) {
            case CommentAdded added -> said.put(added.commentId().text(), comment(added, event));
            case CommentEdited edited ->
                said.computeIfPresent(
                        edited.commentId().text(),
                        (_, before) -> new TaskComment(
                                before.commentId(),
                                before.author(),
                                before.authorName(),
                                edited.content().to(),
                                before.createdAt(),
                                event.getTimestamp()));
            case CommentDeleted deleted -> said.remove(deleted.commentId().text());
            case CommentRestored restored -> said.put(restored.commentId().text(), comment(restored));
        }
    }

    private static TaskComment comment(CommentRestored restored) {
        return new TaskComment(
                restored.commentId(),
                restored.author(),
                null,
                restored.content(),
                restored.commentedAt(),
                restored.editedAt());
    }

    private static TaskComment comment(CommentAdded added, DomainEventMessage<?> event) {
        var imported = event.getMetaData().get(MetadataKeys.IMPORTED_ACTOR) instanceof String name ? name : null;
        return new TaskComment(
                added.commentId(), added.author(), imported, added.content(), event.getTimestamp(), null);
    }
}
