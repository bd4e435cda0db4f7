package io.taskledger.query.task;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.SetTo;
import io.taskledger.messages.account.AccountCommand.RegisterUser;
import io.taskledger.messages.account.ProfileCommand.EditProfile;
import io.taskledger.messages.task.CallingReminder;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.Reminder;
import io.taskledger.messages.task.Reminder.BeforeTime;
import io.taskledger.messages.task.Reminder.OnDay;
import io.taskledger.messages.task.ReminderCommand.Remind;
import io.taskledger.messages.task.ReminderCommand.RemoveReminder;
import io.taskledger.messages.task.ReminderCommand.SetReminder;
import io.taskledger.messages.task.ReminderId;
import io.taskledger.messages.task.SharingCommand.RevokeShare;
import io.taskledger.messages.task.SharingCommand.ShareTask;
import io.taskledger.messages.task.TaskCommand.CompleteTask;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.DeleteTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskCommand.MoveTask;
import io.taskledger.messages.task.TaskCommand.ReopenTask;
import io.taskledger.messages.task.TaskCommand.RestoreTask;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.ListCallingReminders;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.MemberCommand.AcceptInvitation;
import io.taskledger.messages.workspace.MemberCommand.InviteUser;
import io.taskledger.messages.workspace.MemberCommand.RemoveMember;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceCommand.CreateWorkspace;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ProjectionProgress;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands that are decided for real, and whom the system finds to remind afterwards. */
class CallingRemindersTest {

    private static final LocalDate MARCH_9 = LocalDate.of(2026, 3, 9);
    private static final LocalTime NOON = LocalTime.NOON;
    private static final Instant ELEVEN = Instant.parse("2026-03-09T11:00:00Z");
    private static final Reminder HOUR_BEFORE = new BeforeTime(60);

    private final CallingReminders calling = ReadSide.bean(CallingReminders.class);
    private final Actor ann = registered();
    private final TaskId ferns = TaskId.next();
    private final ReminderId reminder = ReminderId.next(ferns);

    @Test
    void a_reminder_calls_from_its_time_on_until_a_day_after_the_task_was_due() {
        createAndSet(HOUR_BEFORE);

        assertThat(callingAt(ELEVEN.minusNanos(1))).isEmpty();
        assertThat(callingAt(ELEVEN)).containsExactly(new CallingReminder(reminder, MARCH_9, NOON));
        assertThat(callingAt(Instant.parse("2026-03-10T12:00:00Z"))).hasSize(1);
        assertThat(callingAt(Instant.parse("2026-03-10T12:00:00.000000001Z"))).isEmpty();
    }

    @Test
    void nobody_but_the_system_is_told() {
        createAndSet(HOUR_BEFORE);

        assertThat(calling.handle(
                        new ListCallingReminders(ELEVEN, 1), ann.userId().text()))
                .isEmpty();
    }

    @Test
    void who_was_told_is_not_called_again_until_the_task_is_due_at_another_time() {
        createAndSet(HOUR_BEFORE);
        remind(MARCH_9, NOON);
        assertThat(callingAt(ELEVEN)).isEmpty();
        remind(MARCH_9, NOON);

        edit(due(LocalDate.of(2026, 3, 10)));
        assertThat(callingAt(ELEVEN)).isEmpty();
        assertThat(callingAt(ELEVEN.plus(Duration.ofDays(1)))).hasSize(1);

        edit(due(MARCH_9));
        assertThat(callingAt(ELEVEN)).as("was told of this time").isEmpty();
    }

    @Test
    void a_task_that_is_done_or_in_the_trash_or_due_at_no_time_calls_nobody() {
        createAndSet(HOUR_BEFORE);
        send(ann, new CompleteTask(ferns));
        assertThat(callingAt(ELEVEN)).isEmpty();
        send(ann, new ReopenTask(ferns));
        assertThat(callingAt(ELEVEN)).hasSize(1);

        send(ann, new DeleteTask(ferns));
        assertThat(callingAt(ELEVEN)).isEmpty();
        send(ann, new RestoreTask(ferns));
        assertThat(callingAt(ELEVEN)).hasSize(1);

        edit(due(null));
        assertThat(callingAt(ELEVEN)).isEmpty();
        edit(due(MARCH_9));
        assertThat(callingAt(Instant.parse("2026-03-09T23:00:00Z"))).hasSize(1);

        send(ann, new RemoveReminder(ferns, reminder));
        assertThat(callingAt(Instant.parse("2026-03-09T23:00:00Z"))).isEmpty();
    }

    @Test
    void the_time_is_that_of_the_persons_zone_by_now() {
        createAndSet(new OnDay(1, LocalTime.of(8, 0)));
        assertThat(callingAt(Instant.parse("2026-03-08T08:00:00Z"))).hasSize(1);

        live("Pacific/Kiritimati");
        assertThat(callingAt(Instant.parse("2026-03-07T17:59:59Z"))).isEmpty();
        assertThat(callingAt(Instant.parse("2026-03-07T18:00:00Z"))).hasSize(1);

        live("Etc/GMT+12");
        assertThat(callingAt(Instant.parse("2026-03-08T19:59:59Z"))).isEmpty();
        assertThat(callingAt(Instant.parse("2026-03-08T20:00:00Z"))).hasSize(1);
    }

    @Test
    void the_earliest_wish_calls_as_the_latest_does() {
        createAndSet(new OnDay(28, LocalTime.MIDNIGHT));
        live("Pacific/Kiritimati");

        assertThat(callingAt(Instant.parse("2026-02-08T10:00:00Z"))).hasSize(1);
        assertThat(callingAt(Instant.parse("2026-03-09T22:00:00Z")))
                .as("a day after it was due")
                .hasSize(1);
    }

    @Test
    void who_a_task_is_shared_with_is_called_for_as_long() {
        var bob = registered();
        create();
        send(ann, new ShareTask(ferns, name(bob), Permission.VIEW));
        send(bob, new SetReminder(ferns, reminder, HOUR_BEFORE));
        assertThat(callingAt(ELEVEN)).hasSize(1);

        send(ann, new RevokeShare(ferns, name(bob)));
        assertThat(callingAt(ELEVEN)).isEmpty();
    }

    @Test
    void a_member_is_called_for_tasks_of_the_team_as_long_as_they_belong_to_it() {
        var bob = registered();
        var team = WorkspaceId.next();
        var invitation = InvitationId.next();
        send(ann, new CreateWorkspace(team, "Garden"));
        send(ann, new InviteUser(team, invitation, name(bob), WorkspaceRole.VIEWER));
        send(bob, new AcceptInvitation(team, invitation));
        create();
        send(ann, new MoveTask(ferns, new TaskHome(team, ListId.firstOf(team), Place.ofAge(ferns.text()))));
        send(bob, new SetReminder(ferns, reminder, HOUR_BEFORE));
        assertThat(callingAt(ELEVEN)).hasSize(1);

        send(ann, new RemoveMember(team, bob.userId()));
        assertThat(callingAt(ELEVEN)).isEmpty();
    }

    private List<CallingReminder> callingAt(Instant now) {
        return calling.handle(new ListCallingReminders(now, 1_000), null).stream()
                .filter(one -> one.reminderId().equals(reminder))
                .toList();
    }

    private void createAndSet(Reminder wish) {
        create();
        send(ann, new SetReminder(ferns, reminder, wish));
    }

    private void create() {
        send(
                ann,
                new CreateTask(ferns, null, "Water the ferns", null, Priority.MEDIUM, MARCH_9, NOON, List.of(), false));
    }

    private void edit(TaskEdit edit) {
        send(ann, new EditTask(ferns, edit));
    }

    private static TaskEdit due(LocalDate day) {
        return new TaskEdit(null, null, null, new SetTo<>(day), null, null, null);
    }

    private void live(String zone) {
        send(ann, new EditProfile(ann.userId(), null, new SetTo<>(zone), null));
    }

    /** As the system does. */
    private void remind(LocalDate day, LocalTime time) {
        Receipt receipt = ReadSide.bean(CommandGateway.class).sendAndWait(new Remind(ferns, reminder, day, time));
        await(receipt.position());
    }

    private static Actor registered() {
        var somebody = People.somebody();
        send(somebody, new RegisterUser(somebody.userId(), name(somebody), name(somebody) + "@example.org"));
        return somebody;
    }

    /** Unlike any other test's. */
    private static String name(Actor who) {
        return "c_" + who.userId().text().substring(5).toLowerCase(Locale.ROOT);
    }

    private static void send(Actor actor, Object command) {
        await(People.send(actor, command));
    }

    private static void await(long position) {
        var progress = ReadSide.bean(ProjectionProgress.class);
        for (var projection : List.of(Projection.TASKS, Projection.ACCOUNTS, Projection.WORKSPACES)) {
            assertThat(progress.await(projection, position, Duration.ofSeconds(10)))
                    .isTrue();
        }
    }
}
