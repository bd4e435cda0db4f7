package io.taskledger.query.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Changed;
import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentEvent.CommentDeleted;
import io.taskledger.messages.task.CommentEvent.CommentEdited;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.MailedTask;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.SharingEvent.PermissionChanged;
import io.taskledger.messages.task.SharingEvent.ShareRevoked;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import io.taskledger.messages.task.TaskEvent.TaskAssigned;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskRestored;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.FindMailedComment;
import io.taskledger.messages.task.TaskQuery.FindMailedTask;
import io.taskledger.messages.task.TaskQuery.FindOwner;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailedTasksTest {

    private final MailedTasks tasks = ReadSide.bean(MailedTasks.class);
    private final EventStore ledger = ReadSide.bean(EventStore.class);
    private final Actor ann = People.somebody();
    private final Actor bob = People.somebody();
    private final TaskId ferns = TaskId.next();
    private long sequence;

    @BeforeEach
    void create() {
        happens(new TaskCreated(ferns, ann.userId(), null, "Water", null, Priority.MEDIUM, null, null, List.of()));
    }

    @Test
    void its_owner_is_told_of_a_task_and_nobody_else() {
        assertThat(tasks.handle(new FindOwner(ferns), null)).contains(ann.userId());
        assertThat(seenBy(ann)).contains(told(Optional.empty(), false));
        assertThat(seenBy(bob)).isEmpty();
    }

    @Test
    void who_it_is_shared_with_is_told_for_as_long() {
        happens(new TaskShared(ferns, bob.userId(), Permission.VIEW));
        happens(new PermissionChanged(ferns, bob.userId(), new Changed<>(Permission.VIEW, Permission.EDIT)));
        happens(new TaskCompleted(ferns));
        assertThat(seenBy(bob)).contains(told(Optional.of(Permission.EDIT), true));

        happens(new ShareRevoked(ferns, bob.userId()));
        assertThat(seenBy(bob)).isEmpty();
    }

    @Test
    void of_a_deleted_task_nobody_is_told_until_it_is_back() {
        happens(new TaskDeleted(ferns));
        assertThat(seenBy(ann)).isEmpty();
        assertThat(tasks.handle(new FindOwner(ferns), null)).isEmpty();

        happens(new TaskRestored(ferns));
        assertThat(seenBy(ann)).isPresent();
    }

    @Test
    void who_is_to_do_it_is_told_as_it_is_by_now() {
        happens(new TaskAssigned(ferns, new Changed<>(null, ann.userId())));

        assertThat(seenBy(ann)).get().extracting(MailedTask::assignee).isEqualTo(ann.userId());
    }

    @Test
    void a_comment_says_what_it_says_by_now() {
        var id = CommentId.next(ferns);
        happens(new CommentAdded(ferns, id, bob.userId(), "How are they?", List.of()));
        happens(new CommentEdited(ferns, id, bob.userId(), new Changed<>("How are they?", "Dry!"), List.of()));
        assertThat(tasks.handle(new FindMailedComment(id), null)).contains("Dry!");

        happens(new CommentDeleted(ferns, id, bob.userId(), "Dry!"));
        assertThat(tasks.handle(new FindMailedComment(id), null)).isEmpty();
    }

    @Test
    void no_person_is_answered() {
        var asker = ann.userId().text();

        assertThat(tasks.handle(new FindOwner(ferns), asker)).isEmpty();
        assertThat(tasks.handle(new FindMailedTask(ferns, ann.userId()), asker)).isEmpty();
        assertThat(tasks.handle(new FindMailedComment(CommentId.next(ferns)), asker))
                .isEmpty();
    }

    private Optional<MailedTask> seenBy(Actor reader) {
        return tasks.handle(new FindMailedTask(ferns, reader.userId()), null);
    }

    private MailedTask told(Optional<Permission> permission, boolean completed) {
        return new MailedTask(ferns, "Water", completed, permission, null, null, null);
    }

    private void happens(Object event) {
        ledger.publish(new GenericDomainEventMessage<>("Task", ferns.text(), sequence++, event, Map.of()));
    }
}
