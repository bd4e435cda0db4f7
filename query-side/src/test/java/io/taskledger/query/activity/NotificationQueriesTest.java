package io.taskledger.query.activity;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.account.InboxCommand.MarkNotificationRead;
import io.taskledger.messages.account.InboxCommand.MarkNotificationsRead;
import io.taskledger.messages.notification.Notification;
import io.taskledger.messages.notification.NotificationKind;
import io.taskledger.messages.notification.NotificationQuery.CountUnread;
import io.taskledger.messages.notification.NotificationQuery.FindNotification;
import io.taskledger.messages.notification.NotificationQuery.ListNotifications;
import io.taskledger.messages.task.CommentCommand.AddComment;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.Reminder;
import io.taskledger.messages.task.ReminderCommand.Remind;
import io.taskledger.messages.task.ReminderCommand.SetReminder;
import io.taskledger.messages.task.ReminderId;
import io.taskledger.messages.task.SharingCommand.RevokeShare;
import io.taskledger.messages.task.SharingCommand.ShareTask;
import io.taskledger.messages.task.TaskCommand.AssignTask;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.PurgeTask;
import io.taskledger.messages.task.TaskCommand.ReopenTask;
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
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands that are decided for real, and what those are told afterwards whom they concern. */
class NotificationQueriesTest {

    private static final LocalDate MARCH_9 = LocalDate.of(2026, 3, 9);

    private final NotificationQueries queries = ReadSide.bean(NotificationQueries.class);
    private final Actor ann = registered();
    private final Actor bob = registered();
    private final TaskId ferns = TaskId.next();

    @BeforeEach
    void create() {
        send(
                ann,
                new CreateTask(ferns, null, "Water the ferns", null, Priority.MEDIUM, MARCH_9, null, List.of(), false));
    }

    @Test
    void everybody_is_told_what_concerns_them_and_nothing_that_they_did_themselves() {
        share();
        send(ann, new AssignTask(ferns, name(bob)));
        send(bob, new AddComment(ferns, CommentId.next(ferns), "Dry, @" + name(ann) + " and @" + name(bob)));
        send(ann, new AddComment(ferns, CommentId.next(ferns), "Then water them, @" + name(bob)));
        send(ann, new CompleteTask(ferns));
        send(ann, new ReopenTask(ferns));
        send(bob, new AddComment(ferns, CommentId.next(ferns), "Done."));

        assertThat(told(bob))
                .extracting(Notification::kind)
                .containsExactly(NotificationKind.MENTIONED, NotificationKind.ASSIGNED, NotificationKind.SHARED);
        assertThat(told(ann))
                .extracting(Notification::kind)
                .containsExactly(NotificationKind.COMMENTED, NotificationKind.COMMENTED);
        assertThat(told(bob).getLast()).satisfies(shared -> {
            assertThat(shared.actor()).isEqualTo(ann.userId());
            assertThat(shared.actorName()).isEqualTo(name(ann));
            assertThat(shared.taskId()).isEqualTo(ferns);
            assertThat(shared.taskTitle()).isEqualTo("Water the ferns");
            assertThat(shared.read()).isFalse();
        });
    }

    @Test
    void an_owner_is_told_that_somebody_else_did_the_task() {
        send(ann, new ShareTask(ferns, name(bob), Permission.EDIT));
        send(bob, new CompleteTask(ferns));

        assertThat(told(ann)).extracting(Notification::kind).containsExactly(NotificationKind.COMPLETED);
    }

    @Test
    void who_wished_it_is_reminded_by_nobody() {
        var reminder = ReminderId.next(ferns);
        send(ann, new SetReminder(ferns, reminder, new Reminder.BeforeTime(0)));
        Receipt receipt = ReadSide.bean(CommandGateway.class).sendAndWait(new Remind(ferns, reminder, MARCH_9, null));
        await(receipt.position());

        assertThat(told(ann)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(NotificationKind.REMINDED);
            assertThat(one.actor()).isNull();
            assertThat(one.actorName()).isNull();
        });
    }

    @Test
    void an_invitation_concerns_somebody_as_long_as_it_is_open() {
        var team = WorkspaceId.next();
        var invitation = InvitationId.next();
        send(ann, new CreateWorkspace(team, "Garden"));
        send(ann, new InviteUser(team, invitation, name(bob), WorkspaceRole.EDITOR));
        assertThat(told(bob)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(NotificationKind.INVITED);
            assertThat(one.workspaceId()).isEqualTo(team);
            assertThat(one.workspaceName()).isEqualTo("Garden");
            assertThat(one.part()).isEqualTo(invitation.text());
            assertThat(one.taskId()).isNull();
        });

        send(ann, new WithdrawInvitation(team, invitation));
        assertThat(told(bob)).isEmpty();
    }

    @Test
    void who_sees_a_task_no_longer_is_told_of_it_no_longer() {
        share();
        assertThat(told(bob)).hasSize(1);
        send(ann, new RevokeShare(ferns, name(bob)));
        assertThat(told(bob)).isEmpty();
        assertThat(unread(bob)).isZero();

        share();
        assertThat(told(bob)).hasSize(2);
        send(ann, new DeleteTask(ferns));
        assertThat(told(bob)).isEmpty();
        send(ann, new PurgeTask(ferns));
        assertThat(told(bob)).isEmpty();
    }

    @Test
    void one_is_read_and_the_others_are_not() {
        share();
        send(ann, new AssignTask(ferns, name(bob)));
        var shared = told(bob).getLast();
        send(bob, new MarkNotificationRead(bob.userId(), shared.position()));

        assertThat(told(bob)).extracting(Notification::read).containsExactly(false, true);
        assertThat(unread(bob)).isEqualTo(1);
        assertThat(queries.handle(new ListNotifications(true, 0, 10), bob).items())
                .extracting(Notification::kind)
                .containsExactly(NotificationKind.ASSIGNED);
        assertThat(queries.handle(new FindNotification(shared.position()), bob))
                .get()
                .extracting(Notification::read)
                .isEqualTo(true);
        assertThat(queries.handle(new FindNotification(shared.position()), ann)).isEmpty();
    }

    @Test
    void all_up_to_one_are_read_and_what_comes_later_is_not() {
        share();
        send(bob, new MarkNotificationRead(bob.userId(), told(bob).getFirst().position()));
        send(ann, new AssignTask(ferns, name(bob)));
        send(bob, new MarkNotificationsRead(bob.userId(), told(bob).getFirst().position()));
        assertThat(unread(bob)).isZero();

        send(ann, new AddComment(ferns, CommentId.next(ferns), "Look, @" + name(bob)));
        assertThat(unread(bob)).isEqualTo(1);
        assertThat(told(bob)).extracting(Notification::read).containsExactly(false, true, true);
    }

    private void share() {
        send(ann, new ShareTask(ferns, name(bob), Permission.VIEW));
    }

    private List<Notification> told(Actor actor) {
        var page = queries.handle(new ListNotifications(false, 0, 10), actor);
        assertThat(page.total()).isEqualTo(page.items().size());
        return page.items();
    }

    private long unread(Actor actor) {
        return queries.handle(new CountUnread(), actor).orElseThrow();
    }

    private static Actor registered() {
        var somebody = People.somebody();
        send(somebody, new RegisterUser(somebody.userId(), name(somebody), name(somebody) + "@example.org"));
        return somebody;
    }

    /** Unlike any other test's. */
    private static String name(Actor who) {
        return "n_" + who.userId().text().substring(5).toLowerCase(Locale.ROOT);
    }

    private static void send(Actor actor, Object command) {
        await(People.send(actor, command));
    }

    private static void await(long position) {
        var progress = ReadSide.bean(ProjectionProgress.class);
        for (var projection : List.of(Projection.ACTIVITY, Projection.ACCOUNTS, Projection.WORKSPACES)) {
            assertThat(progress.await(projection, position, Duration.ofSeconds(10)))
                    .isTrue();
        }
    }
}
