package io.taskledger.automation.content;

import io.taskledger.messages.account.AccountEvent.AccountDeleted;
import io.taskledger.messages.account.AccountEvent.PictureSet;
import io.taskledger.messages.task.FileEvent.FileAttached;
import io.taskledger.messages.task.FileEvent.FileRemoved;
import io.taskledger.messages.task.TaskEvent.TaskPurged;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/**
 * Keeps book of what names a content. What is in the trash names its files still: it can be restored. An event that cannot
 * be booked stops the book, and with it all collection, until it can.
 */
@Component
@ProcessingGroup(ContentWiring.GROUP)
final class ReferenceBook {

    private final ContentReferences references;

    ReferenceBook(ContentReferences references) {
        this.references = references;
    }

    @EventHandler
    void on(FileAttached event, TrackingToken token) {
        references.attached(event, position(token));
    }

    @EventHandler
    void on(FileRemoved event, TrackingToken token) {
        references.removed(event.fileId(), position(token));
    }

    @EventHandler
    void on(TaskPurged event, TrackingToken token) {
        references.purged(event.taskId(), position(token));
    }

    @EventHandler
    void on(PictureSet event, TrackingToken token) {
        var picture = event.sha256().to();
        if (picture == null) {
            references.hidden(event.userId(), position(token));
        } else {
            references.shown(event.userId(), picture, position(token));
        }
    }

    @EventHandler
    void on(AccountDeleted event, TrackingToken token) {
        references.deleted(event.userId(), position(token));
    }

    private static long position(TrackingToken token) {
        return token.position().orElseThrow();
    }
}
