package io.taskledger.messages.task;

import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.CommentCommand.AddComment;
import io.taskledger.messages.task.CommentCommand.DeleteComment;
import io.taskledger.messages.task.CommentCommand.EditComment;
import io.taskledger.messages.task.FileCommand.AttachFile;
import io.taskledger.messages.task.FileCommand.RemoveFile;
import io.taskledger.messages.task.ReminderCommand.RemoveReminder;
import io.taskledger.messages.task.ReminderCommand.SetReminder;
import io.taskledger.messages.task.TagCommand.RenameTag;
import io.taskledger.messages.task.TagCommand.TagTask;
import io.taskledger.messages.task.TaskCommand.NameVersion;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.taskledger.messages.Refusals.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PartCommandTest {

    private static final TaskId TASK = new TaskId("task-01JZ0000000000000000000001");
    private static final TaskId OTHER = new TaskId("task-01JZ0000000000000000000002");
    private static final String DIGEST = "0".repeat(64);

    @Test
    void the_id_of_a_part_tells_the_task() {
        var comment = CommentId.next(TASK);

        assertThat(comment.taskId()).isEqualTo(TASK);
        assertThat(CommentId.parse(comment.text())).contains(comment);
        assertThat(comment.text()).startsWith("comment-01JZ0000000000000000000001-");
        assertThat(FileId.next(TASK).taskId()).isEqualTo(TASK);
        assertThat(ReminderId.next(TASK).taskId()).isEqualTo(TASK);
    }

    @Test
    void the_parts_of_a_task_sort_in_the_order_they_were_made() {
        assertThat(IntStream.range(0, 1_000).mapToObj(_ -> CommentId.next(TASK).text()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "comment-01JZ0000000000000000000001",
                "comment-01JZ0000000000000000000001-",
                "comment-01JZ0000000000000000000001-01JZ000000000000000000000",
                "comment-01JZ0000000000000000000001-01JZ00000000000000000000011",
                "comment-01JZ0000000000000000000001_01JZ0000000000000000000001",
                "comment-01JZ000000000000000000000u-01JZ0000000000000000000001",
                "comment-81JZ0000000000000000000001-01JZ0000000000000000000001",
                "comment-01JZ0000000000000000000001-81JZ0000000000000000000001",
                "file-01JZ0000000000000000000001-01JZ0000000000000000000001",
                "task-01JZ0000000000000000000001"
            })
    void a_text_of_another_form_is_no_comments_id(String text) {
        assertThat(CommentId.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new CommentId(text));
    }

    @Test
    void a_part_of_one_task_is_not_asked_of_another() {
        for (var asked : List.<ThrowingCallable>of(
                () -> new AddComment(OTHER, CommentId.next(TASK), "Hi"),
                () -> new EditComment(OTHER, CommentId.next(TASK), "Hi"),
                () -> new DeleteComment(OTHER, CommentId.next(TASK)),
                () -> new AttachFile(OTHER, FileId.next(TASK), "a.txt", "text/plain", 1, DIGEST),
                () -> new RemoveFile(OTHER, FileId.next(TASK)),
                () -> new SetReminder(OTHER, ReminderId.next(TASK), new Reminder.BeforeTime(0)),
                () -> new RemoveReminder(OTHER, ReminderId.next(TASK)))) {
            assertThatIllegalArgumentException().isThrownBy(asked);
        }
    }

    @Test
    void a_comment_says_something_of_at_most_10_000_characters() {
        assertThat(problems(() -> new AddComment(TASK, CommentId.next(TASK), " ")))
                .isEmpty();
        assertThat(problems(() -> new AddComment(TASK, CommentId.next(TASK), "x".repeat(10_000))))
                .isEmpty();
        assertThat(problems(() -> new AddComment(TASK, CommentId.next(TASK), "")))
                .containsExactly(new FieldProblem("content", Kind.MISSING, 1));
        assertThat(problems(() -> new EditComment(TASK, CommentId.next(TASK), "x".repeat(10_001))))
                .containsExactly(new FieldProblem("content", Kind.TOO_LONG, 10_000));
        assertThat(problems(() -> new EditComment(TASK, CommentId.next(TASK), "\0")))
                .containsExactly(new FieldProblem("content", Kind.UNSTORABLE, 0));
    }

    @Test
    void a_versions_name_is_one_line_of_at_most_100_characters() {
        assertThat(new NameVersion(TASK, 0, " Draft\n").name()).isEqualTo("Draft");
        assertThat(new NameVersion(TASK, 0, null).name()).isNull();
        assertThat(problems(() -> new NameVersion(TASK, 0, "🌱".repeat(100)))).isEmpty();
        assertThat(problems(() -> new NameVersion(TASK, 0, "x".repeat(101))))
                .containsExactly(new FieldProblem("name", Kind.TOO_LONG, 100));
        assertThat(problems(() -> new NameVersion(TASK, 0, "  ")))
                .containsExactly(new FieldProblem("name", Kind.MISSING, 1));
        assertThat(problems(() -> new NameVersion(TASK, 0, "a\0b")))
                .containsExactly(new FieldProblem("name", Kind.UNSTORABLE, 0));
        assertThat(problems(() -> new NameVersion(TASK, 0, "two\nlines")))
                .containsExactly(new FieldProblem("name", Kind.FORBIDDEN_CHARACTER, 0));
    }

    @Test
    void a_file_has_a_name_and_a_digest() {
        assertThat(problems(() -> attach("", DIGEST, 0))).containsExactly(new FieldProblem("file", Kind.MISSING, 1));
        assertThat(problems(() -> attach("x".repeat(256), DIGEST, 0)))
                .containsExactly(new FieldProblem("file", Kind.TOO_LONG, 255));
        assertThatIllegalArgumentException().isThrownBy(() -> attach("a", "abc", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> attach("a", DIGEST, -1));
    }

    @Test
    void a_reminder_is_within_28_days() {
        assertThat(problems(() -> new Reminder.BeforeTime(28 * 24 * 60))).isEmpty();
        assertThat(problems(() -> new Reminder.BeforeTime(-1)))
                .containsExactly(new FieldProblem("minutes_before", Kind.OUT_OF_RANGE, 40_320));
        assertThat(problems(() -> new Reminder.OnDay(29, LocalTime.NOON)))
                .containsExactly(new FieldProblem("days_before", Kind.OUT_OF_RANGE, 28));
    }

    @Test
    void tags_keep_their_limits_wherever_they_come_from() {
        assertThat(problems(() -> new TagTask(TASK, Collections.nCopies(101, "x"))))
                .containsExactly(new FieldProblem("tags", Kind.TOO_MANY, 100));
        assertThat(problems(() -> new RenameTag(TASK, "a", " ")))
                .containsExactly(new FieldProblem("tags", Kind.MISSING, 1));
    }

    @Test
    void many_tasks_are_1_to_1_000_each_once() {
        assertThat(new EditTasks(List.of(TASK, OTHER, TASK), TaskEdit.nothing()).taskIds())
                .containsExactly(TASK, OTHER);
        assertThat(problems(() -> new EditTasks(List.of(), TaskEdit.nothing())))
                .containsExactly(new FieldProblem("task_ids", Kind.MISSING, 1));
        var many = IntStream.range(0, 1_001).mapToObj(_ -> TaskId.next()).toList();
        assertThat(problems(() -> new EditTasks(many, TaskEdit.nothing())))
                .containsExactly(new FieldProblem("task_ids", Kind.TOO_MANY, 1_000));
    }

    @Test
    void whose_key_protects_a_task_its_home_tells() {
        var ann = UserId.next();
        var team = WorkspaceId.next();
        var inbox = TaskHome.inboxOf(ann, TASK);

        assertThat(inbox.subject(ann)).isEqualTo(SubjectId.of(ann));
        assertThat(inbox.listId()).isEqualTo(ListId.firstOf(WorkspaceId.personalOf(ann)));
        assertThat(new TaskHome(team, ListId.firstOf(team), new Place("G")).subject(ann))
                .isEqualTo(new SubjectId(team.text()));
    }

    private static AttachFile attach(String name, String digest, long size) {
        return new AttachFile(TASK, FileId.next(TASK), name, "text/plain", size, digest);
    }
}
