package io.taskledger.query.activity;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.taskledger.messages.Actor;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.account.InboxCommand.MarkNotificationRead;
import io.taskledger.messages.notification.InboxTouched;
import io.taskledger.messages.notification.NotificationQuery.CountUnread;
import io.taskledger.messages.notification.NotificationQuery.WatchInbox;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.SharingCommand.RevokeShare;
import io.taskledger.messages.task.SharingCommand.ShareTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.MemberCommand.InviteUser;
import io.taskledger.messages.workspace.MemberCommand.WithdrawInvitation;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ProjectionProgress;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericSubscriptionQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SubscriptionQueryMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InboxLiveUpdatesTest {

    private final Actor ann = registered();
    private final Actor bob = registered();
    private final Screen bobs = new Screen(bob);
    private final TaskId ferns = TaskId.next();

    @AfterEach
    void close() {
        bobs.close();
    }

    /** A screen was told of a position, and found so many when it asked again. */
    record Told(long position, long unread) {}

    @Test
    void an_open_screen_is_told_when_the_row_is_there_and_when_it_is_not_seen_any_more() throws InterruptedException {
        People.send(ann, CreateTask.titled(ferns, "Water the ferns"));
        var shared = People.send(ann, new ShareTask(ferns, name(bob), Permission.VIEW));
        assertThat(bobs.next()).isEqualTo(new Told(shared, 1));

        var revoked = People.send(ann, new RevokeShare(ferns, name(bob)));
        assertThat(bobs.next()).isEqualTo(new Told(revoked, 0));
    }

    @Test
    void what_one_reads_on_one_screen_is_read_on_the_others() throws InterruptedException {
        People.send(ann, CreateTask.titled(ferns, "Water the ferns"));
        var shared = People.send(ann, new ShareTask(ferns, name(bob), Permission.VIEW));
        bobs.next();
        var read = People.send(bob, new MarkNotificationRead(bob.userId(), shared));
        assertThat(bobs.next()).isEqualTo(new Told(read, 0));
    }

    @Test
    void an_invitation_is_told_of_and_that_it_was_withdrawn() throws InterruptedException {
        var team = WorkspaceId.next();
        var invitation = InvitationId.next();
        People.send(ann, new CreateWorkspace(team, "Garden"));
        var invited = People.send(ann, new InviteUser(team, invitation, name(bob), WorkspaceRole.EDITOR));
        assertThat(bobs.next()).isEqualTo(new Told(invited, 1));
        var withdrawn = People.send(ann, new WithdrawInvitation(team, invitation));
        assertThat(bobs.next()).isEqualTo(new Told(withdrawn, 0));
    }

    @Test
    void nobody_is_told_of_what_others_are_told() throws InterruptedException {
        var cleo = registered();
        People.send(ann, CreateTask.titled(ferns, "Water the ferns"));
        People.send(ann, new ShareTask(ferns, name(cleo), Permission.VIEW));
        var own = TaskId.next();
        People.send(ann, CreateTask.titled(own, "Weed"));
        var shared = People.send(ann, new ShareTask(own, name(bob), Permission.VIEW));

        // All are told in one order: had Bob been told of Cleo's, it would have come first.
        assertThat(bobs.next().position()).isEqualTo(shared);
    }

    private static Actor registered() {
        var somebody = People.somebody();
        var position = People.send(
                somebody, new RegisterUser(somebody.userId(), name(somebody), name(somebody) + "@example.org"));
        assertThat(ReadSide.bean(ProjectionProgress.class).await(Projection.ACCOUNTS, position, Duration.ofSeconds(10)))
                .isTrue();
        return somebody;
    }

    /** Unlike any other test's. */
    private static String name(Actor who) {
        return "i_" + who.userId().text().substring(5).toLowerCase(Locale.ROOT);
    }

    private static final class Screen {
        private static final Duration LONGEST = Duration.ofSeconds(10);

        private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
        private final Runnable close;

        Screen(Actor actor) {
            SubscriptionQueryMessage<WatchInbox, Void, InboxTouched> query = new GenericSubscriptionQueryMessage<>(
                    new WatchInbox(),
                    WatchInbox.class.getName(),
                    ResponseTypes.instanceOf(Void.class),
                    ResponseTypes.instanceOf(InboxTouched.class));
            var subscription = ReadSide.bean(QueryBus.class).subscriptionQuery(query.andMetaData(People.by(actor)));
            var queries = ReadSide.bean(NotificationQueries.class);
            subscription
                    .updates()
                    .subscribe(update -> told.add(new Told(
                            update.getPayload().position(),
                            queries.handle(new CountUnread(), actor).orElseThrow())));
            close = subscription::cancel;
        }

        Told next() throws InterruptedException {
            var next = told.poll(LONGEST.toSeconds(), TimeUnit.SECONDS);
            assertThat(next).as("told within %s", LONGEST).isNotNull();
            return next;
        }

        void close() {
            close.run();
        }
    }
}
