package io.taskledger.command.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.IntStream;

import io.taskledger.messages.UserId;
import io.taskledger.messages.task.FileCommand.AttachFile;
import io.taskledger.messages.task.FileCommand.RemoveFile;
import io.taskledger.messages.task.FileEvent.FileAttached;
import io.taskledger.messages.task.FileEvent.FileRemoved;
import io.taskledger.messages.task.FileId;
import io.taskledger.messages.task.Reminder;
import io.taskledger.messages.task.ReminderCommand.Remind;
import io.taskledger.messages.task.ReminderCommand.RemoveReminder;
import io.taskledger.messages.task.ReminderCommand.SetReminder;
import io.taskledger.messages.task.ReminderEvent.Reminded;
import io.taskledger.messages.task.ReminderEvent.ReminderRemoved;
import io.taskledger.messages.task.ReminderEvent.ReminderSet;
import io.taskledger.messages.task.ReminderId;
import io.taskledger.messages.task.SharingEvent.ShareRevoked;
import io.taskledger.messages.task.TaskRejection.FileNotFound;
import io.taskledger.messages.task.TaskRejection.NotFound;
import io.taskledger.messages.task.TaskRejection.NotPermitted;
import io.taskledger.messages.task.TaskRejection.Part;
import io.taskledger.messages.task.TaskRejection.ReminderNotFound;
import io.taskledger.messages.task.TaskRejection.TooManyParts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.taskledger.command.People.ANN;
import static io.taskledger.command.People.BOB;
import static io.taskledger.command.People.by;
import static io.taskledger.command.Refusal.because;
import static io.taskledger.command.task.Tasks.FERNS;
import static io.taskledger.command.task.Tasks.MARCH_1;
import static io.taskledger.command.task.Tasks.MORNING;
import static io.taskledger.messages.task.Permission.EDIT;
import static io.taskledger.messages.task.Permission.VIEW;

class FilesAndRemindersTest extends AskedOfTask {

    private static final FileId FILE = FileId.next(FERNS);
    private static final ReminderId REMINDER = ReminderId.next(FERNS);
    private static final Reminder HOUR_BEFORE = new Reminder.BeforeTime(60);

    @Test
    void who_may_edit_attaches_a_file_once() {
        given(sharedWith(BOB, EDIT)).when(attach(), by(BOB)).expectEvents(attached(FILE, BOB));
        given(attached(FILE, ANN))
                .when(attach(), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void who_may_only_look_attaches_and_removes_nothing() {
        var refusal = because(new NotPermitted(FERNS));

        given(sharedWith(BOB, VIEW)).when(attach(), by(BOB)).expectException(refusal);
        given(sharedWith(BOB, VIEW), attached(FILE, ANN))
                .when(new RemoveFile(FERNS, FILE), by(BOB))
                .expectException(refusal);
        given().when(attach(), by(BOB)).expectException(because(new NotFound(FERNS)));
    }

    @Test
    void who_may_edit_removes_a_file_of_anybodys() {
        given(sharedWith(BOB, EDIT), attached(FILE, ANN))
                .when(new RemoveFile(FERNS, FILE), by(BOB))
                .expectEvents(new FileRemoved(FERNS, FILE, ANN, "fern.jpg"));
    }

    @Test
    void a_file_that_was_removed_or_never_was_or_is_not_shown_is_not_there() {
        var refusal = because(new FileNotFound(FILE));

        given().when(new RemoveFile(FERNS, FILE), by(ANN)).expectException(refusal);
        given(attached(FILE, ANN), new FileRemoved(FERNS, FILE, ANN, "fern.jpg"))
                .when(new RemoveFile(FERNS, FILE), by(ANN))
                .expectException(refusal);
        given(attached(FILE, ANN)).when(new RemoveFile(FERNS, FILE), by(BOB)).expectException(refusal);
    }

    @Test
    void a_task_has_200_files_at_most() {
        var many = IntStream.range(0, 200)
                .mapToObj(_ -> attached(FileId.next(FERNS), ANN))
                .toArray();

        given(many).when(attach(), by(ANN)).expectException(because(new TooManyParts(FERNS, Part.FILE, 200)));
    }

    @Test
    void who_sees_a_task_has_a_reminder_of_their_own() {
        given(sharedWith(BOB, VIEW))
                .when(new SetReminder(FERNS, REMINDER, HOUR_BEFORE), by(BOB))
                .expectEvents(set(REMINDER, BOB));
        given(set(REMINDER, ANN))
                .when(new SetReminder(FERNS, REMINDER, HOUR_BEFORE), by(ANN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void everybody_has_20_reminders_on_a_task_at_most() {
        var many = IntStream.range(0, 20)
                .mapToObj(_ -> set(ReminderId.next(FERNS), ANN))
                .toArray();

        given(many)
                .when(new SetReminder(FERNS, REMINDER, HOUR_BEFORE), by(ANN))
                .expectException(because(new TooManyParts(FERNS, Part.REMINDER, 20)));
    }

    @Test
    void a_reminder_is_removed_by_whose_it_is() {
        given(set(REMINDER, ANN))
                .when(new RemoveReminder(FERNS, REMINDER), by(ANN))
                .expectEvents(new ReminderRemoved(FERNS, REMINDER, ANN));
        given(sharedWith(BOB, EDIT), set(REMINDER, ANN))
                .when(new RemoveReminder(FERNS, REMINDER), by(BOB))
                .expectException(because(new ReminderNotFound(REMINDER)));
        given(set(REMINDER, ANN), new ReminderRemoved(FERNS, REMINDER, ANN))
                .when(new RemoveReminder(FERNS, REMINDER), by(ANN))
                .expectException(because(new ReminderNotFound(REMINDER)));
    }

    @Test
    void the_system_reminds_once_for_each_due_time() {
        given(set(REMINDER, ANN)).when(remind(MARCH_1, MORNING)).expectEvents(reminded(MARCH_1, MORNING));
        given(set(REMINDER, ANN), reminded(MARCH_1, MORNING))
                .when(remind(MARCH_1, MORNING))
                .expectNoEvents();
        given(set(REMINDER, ANN), reminded(LocalDate.of(2026, 2, 1), null))
                .when(remind(MARCH_1, MORNING))
                .expectEvents(reminded(MARCH_1, MORNING));
    }

    @Test
    void nobody_is_reminded_of_what_is_not_due_then_or_done_or_gone_or_not_theirs_to_see() {
        given(set(REMINDER, ANN)).when(remind(MARCH_1, null)).expectNoEvents();
        given(set(REMINDER, ANN))
                .when(remind(LocalDate.of(2026, 3, 2), MORNING))
                .expectNoEvents();
        given(set(REMINDER, ANN), Tasks.completed())
                .when(remind(MARCH_1, MORNING))
                .expectNoEvents();
        given(set(REMINDER, ANN), Tasks.deleted())
                .when(remind(MARCH_1, MORNING))
                .expectNoEvents();
        given(set(REMINDER, ANN), new ReminderRemoved(FERNS, REMINDER, ANN))
                .when(remind(MARCH_1, MORNING))
                .expectNoEvents();
        given(sharedWith(BOB, VIEW), set(REMINDER, BOB), new ShareRevoked(FERNS, BOB))
                .when(remind(MARCH_1, MORNING))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_person_cannot_pretend_that_the_time_has_come() {
        given(set(REMINDER, ANN))
                .when(remind(MARCH_1, MORNING), by(ANN))
                .expectException(because(new NotFound(FERNS)))
                .expectNoEvents();
    }

    private static AttachFile attach() {
        return new AttachFile(FERNS, FILE, "fern.jpg", "image/jpeg", 12, "0".repeat(64));
    }

    private static FileAttached attached(FileId file, UserId by) {
        return new FileAttached(FERNS, file, by, "fern.jpg", "image/jpeg", 12, "0".repeat(64));
    }

    private static ReminderSet set(ReminderId reminder, UserId who) {
        return new ReminderSet(FERNS, reminder, who, HOUR_BEFORE);
    }

    private static Remind remind(LocalDate day, @Nullable LocalTime time) {
        return new Remind(FERNS, REMINDER, day, time);
    }

    private static Reminded reminded(LocalDate day, @Nullable LocalTime time) {
        return new Reminded(FERNS, REMINDER, ANN, day, time);
    }
}
