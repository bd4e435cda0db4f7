package io.taskledger.query.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Changed;
import io.taskledger.messages.Erased;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountEvent.AccountDeleted;
import io.taskledger.messages.account.AccountEvent.EmailChanged;
import io.taskledger.messages.account.AccountEvent.PasswordChanged;
import io.taskledger.messages.account.AccountEvent.PreferencesChanged;
import io.taskledger.messages.account.AccountEvent.SessionStarted;
import io.taskledger.messages.account.AccountEvent.UserRegistered;
import io.taskledger.messages.account.Preferences;
import io.taskledger.messages.activity.Activity;
import io.taskledger.messages.activity.ActivityFilter;
import io.taskledger.messages.activity.ActivityQuery.Place;
import io.taskledger.messages.activity.ActivityQuery.ReadActivity;
import io.taskledger.messages.activity.ActivityQuery.ReadOnActivity;
import io.taskledger.messages.activity.ActivityQuery.ReadTaskActivity;
import io.taskledger.messages.activity.ActivityQuery.SumUpActivity;
import io.taskledger.messages.activity.ActivitySummary;
import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentEvent.CommentDeleted;
import io.taskledger.messages.task.CommentEvent.CommentEdited;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.FileEvent.FileAttached;
import io.taskledger.messages.task.FileEvent.FileRemoved;
import io.taskledger.messages.task.FileId;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.SharingEvent.PermissionChanged;
import io.taskledger.messages.task.SharingEvent.ShareRevoked;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskRestored;
import io.taskledger.messages.task.TaskId;
import io.taskledger.query.Happenings;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.projection.Projection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each row of the contract's table, and what it does not log. */
class ActivityTableTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private final Happenings ledger = new Happenings(ReadSide::bean);
    private final Actor ann = People.somebody();
    private final Actor bob = People.somebody();
    private final TaskId task = TaskId.next();

    @Test
    void a_created_task_is_told_with_its_values() {
        ledger.by(ann, created());

        var entry = newest(ann);

        is(entry, "created", "task", task.text());
        assertThat(entry.details())
                .containsExactly(
                        Map.entry("title", "Water"),
                        Map.entry("priority", "high"),
                        Map.entry("completed", false),
                        Map.entry("tags", List.of("home")),
                        Map.entry("due_date", "2026-11-23"));
        assertThat(entry.via()).isEqualTo(Via.REST);
        assertThat(entry.happenedAt()).isEqualTo(ledger.now());
        assertThat(entry.recordedAt()).isAfter(ledger.now());
    }

    @Test
    void one_that_is_done_from_the_start_was_created_so() {
        ledger.by(ann, created(), new TaskCompleted(task));

        assertThat(feed(ann))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("completed", true));
    }

    @Test
    void an_edit_that_also_completes_is_one_entry() {
        ledger.by(ann, created());
        var first = ledger.by(ann, retitled("Water", "Water all"), new TaskCompleted(task));

        var entry = newest(ann);

        is(entry, "updated", "task", task.text());
        assertThat(entry.id()).isEqualTo(first);
        assertThat(entry.details())
                .containsExactly(
                        Map.entry("task_title", "Water all"),
                        Map.entry("changed_fields", List.of("title", "completed")),
                        Map.entry("old_values", Map.of("title", "Water", "completed", false)),
                        Map.entry("new_values", Map.of("title", "Water all", "completed", true)));
        assertThat(feed(ann)).hasSize(2);
    }

    @Test
    void two_actions_are_two_entries() {
        ledger.by(ann, created());
        ledger.by(ann, retitled("Water", "A"));
        ledger.by(ann, retitled("A", "B"));

        assertThat(feed(ann)).extracting(Activity::action).containsExactly("updated", "updated", "created");
    }

    @Test
    void a_deletion_tells_the_values_that_went_with_it() {
        ledger.by(ann, created());
        ledger.by(ann, retitled("Water", "Water all"));
        ledger.by(ann, new TaskDeleted(task));

        var entry = newest(ann);

        is(entry, "deleted", "task", task.text());
        assertThat(entry.details())
                .containsOnlyKeys("title", "priority", "completed", "tags", "due_date")
                .containsEntry("title", "Water all");
        ledger.by(ann, new TaskRestored(task));
        is(newest(ann), "restored", "task", task.text());
    }

    @Test
    void sharing_names_the_other_person() {
        ledger.byItself(new UserRegistered(bob.userId(), "bob-" + bob.userId(), bob.userId() + "@example.org"));
        ledger.by(ann, created());
        ledger.by(ann, new TaskShared(task, bob.userId(), Permission.VIEW));
        var shared = newest(ann);
        ledger.by(ann, new PermissionChanged(task, bob.userId(), new Changed<>(Permission.VIEW, Permission.EDIT)));
        var regraded = newest(ann);
        ledger.by(ann, new ShareRevoked(task, bob.userId()));
        var revoked = newest(ann);

        is(shared, "shared", "task", task.text());
        assertThat(shared.details())
                .containsExactly(
                        Map.entry("task_title", "Water"),
                        Map.entry("shared_with_user_id", bob.userId().text()),
                        Map.entry("shared_with_username", "bob-" + bob.userId()),
                        Map.entry("permission", "view"));
        is(regraded, "updated", "task", task.text());
        assertThat(regraded.details())
                .containsEntry("changed_fields", List.of("permission"))
                .containsEntry("new_values", Map.of("permission", "edit"));
        is(revoked, "unshared", "task", task.text());
        assertThat(revoked.details())
                .containsExactly(
                        Map.entry("task_title", "Water"),
                        Map.entry("unshared_user_id", bob.userId().text()),
                        Map.entry("unshared_username", "bob-" + bob.userId()));
    }

    @Test
    void comments_are_told_by_their_first_hundred_characters() {
        var comment = CommentId.next(task);
        var author = ann.userId();
        var text = "🌱".repeat(101);
        ledger.by(ann, created());
        ledger.by(ann, new CommentAdded(task, comment, author, text, List.of()));
        var added = newest(ann);
        ledger.by(ann, new CommentEdited(task, comment, author, new Changed<>(text, "b"), List.of()));
        var edited = newest(ann);
        ledger.by(ann, new CommentDeleted(task, comment, author, "b"));
        var deleted = newest(ann);

        is(added, "created", "comment", comment.text());
        assertThat(added.details()).containsExactlyInAnyOrderEntriesOf(aboutTask("content_preview", "🌱".repeat(100)));
        is(edited, "updated", "comment", comment.text());
        assertThat(edited.details())
                .containsEntry("old_content", "🌱".repeat(100))
                .containsEntry("new_content", "b");
        is(deleted, "deleted", "comment", comment.text());
        assertThat(deleted.details()).containsExactlyInAnyOrderEntriesOf(aboutTask("content", "b"));
    }

    @Test
    void files_are_told_by_their_names() {
        var file = FileId.next(task);
        ledger.by(ann, created());
        ledger.by(ann, new FileAttached(task, file, ann.userId(), "a.txt", "text/plain", 7, "0".repeat(64)));
        var uploaded = newest(ann);
        ledger.by(ann, new FileRemoved(task, file, ann.userId(), "a.txt"));

        is(uploaded, "uploaded", "file", file.text());
        assertThat(uploaded.details())
                .containsEntry("task_id", task.text())
                .containsEntry("filename", "a.txt")
                .containsEntry("file_size", 7)
                .containsEntry("content_type", "text/plain");
        is(newest(ann), "deleted", "file", file.text());
        assertThat(newest(ann).details()).containsEntry("filename", "a.txt");
    }

    @Test
    void what_happens_to_an_account_is_told_to_its_person_alone() {
        var session = SessionId.next();
        ledger.byItself(new UserRegistered(ann.userId(), "ann-" + ann.userId(), ann.userId() + "@example.org"));
        ledger.byItself(new SessionStarted(ann.userId(), session, Via.BROWSER, ledger.now()));
        ledger.by(ann, new EmailChanged(ann.userId(), new Changed<>("a@example.org", "b@example.org")));
        ledger.by(ann, new PasswordChanged(ann.userId()));
        var quiet = new Preferences(false, List.of(), null);
        ledger.by(ann, new PreferencesChanged(ann.userId(), new Changed<>(Preferences.atFirst(), quiet)));

        assertThat(feed(ann))
                .extracting(entry -> entry.action() + " " + entry.resourceType())
                .containsExactly(
                        "updated preferences",
                        "updated account",
                        "updated account",
                        "signed_in session",
                        "created account");
        assertThat(feed(ann)).allSatisfy(entry -> assertThat(entry.actor()).isEqualTo(ann.userId()));
        assertThat(feed(ann).get(2).details())
                .containsEntry("old_values", Map.of("email", "a@example.org"))
                .containsEntry("new_values", Map.of("email", "b@example.org"));
        assertThat(feed(ann).getFirst().details()).containsEntry("changed_fields", List.of("email_enabled", "mails"));
        assertThat(feed(bob)).isEmpty();
    }

    @Test
    void the_timeline_has_the_entries_of_the_feed_the_other_way_round() {
        ledger.by(ann, created());
        ledger.by(ann, retitled("Water", "A"), new TaskCompleted(task));
        ledger.by(ann, new TaskShared(task, bob.userId(), Permission.EDIT));

        settle();
        var timeline = ledger.list(ann, new ReadTaskActivity(task), Activity.class);

        assertThat(timeline.reversed()).isEqualTo(feed(ann)).hasSize(3);
        assertThat(ledger.list(bob, new ReadTaskActivity(task), Activity.class)).isEqualTo(timeline);
        assertThat(ledger.list(People.somebody(), new ReadTaskActivity(task), Activity.class))
                .isEmpty();
        ledger.by(ann, new TaskDeleted(task));
        settle();
        assertThat(ledger.list(ann, new ReadTaskActivity(task), Activity.class)).isEmpty();
    }

    @Test
    void filters_leave_what_they_name() {
        ledger.byItself(new UserRegistered(bob.userId(), "Bob-" + bob.userId(), bob.userId() + "@example.org"));
        ledger.by(ann, created());
        ledger.by(ann, new TaskShared(task, bob.userId(), Permission.EDIT));
        ledger.by(bob, retitled("Water", "B"));
        var last = ledger.now();

        assertThat(actions(new ActivityFilter("task", null, null, null, null))).hasSize(3);
        assertThat(actions(new ActivityFilter("comment", null, null, null, null)))
                .isEmpty();
        assertThat(actions(new ActivityFilter(null, "updated", null, null, null)))
                .containsExactly("updated");
        assertThat(actions(new ActivityFilter(null, null, bob.userId().text(), null, null)))
                .containsExactly("updated");
        assertThat(actions(new ActivityFilter(null, null, "bOB-" + bob.userId(), null, null)))
                .containsExactly("updated");
        assertThat(actions(new ActivityFilter(null, null, "nobody", null, null)))
                .isEmpty();
        assertThat(actions(new ActivityFilter(null, null, null, last, last))).containsExactly("updated");
        assertThat(actions(new ActivityFilter(null, null, null, null, last.minusNanos(1_000))))
                .containsExactly("shared", "created");
        assertThat(ledger.list(ann, new ReadActivity(ActivityFilter.ALL, 1, 1), Activity.class))
                .extracting(Activity::action)
                .containsExactly("shared");
        assertThat(ledger.one(ann, new SumUpActivity(), ActivitySummary.class))
                .isEqualTo(new ActivitySummary(2, Map.of("created", 1L, "shared", 1L), Map.of("task", 2L)));
    }

    @Test
    void what_an_erased_person_wrote_is_told_to_nobody_at_once() {
        var comment = CommentId.next(task);
        ledger.by(ann, created());
        ledger.by(ann, new TaskShared(task, bob.userId(), Permission.EDIT));
        ledger.by(bob, new CommentAdded(task, comment, bob.userId(), "secret", List.of()));
        assertThat(newest(ann).details()).containsEntry("content_preview", "secret");
        ledger.by(bob, new AccountDeleted(bob.userId()));

        assertThat(newest(ann).details())
                .containsEntry("content_preview", Erased.TEXT)
                .containsEntry("task_title", "Water");
    }

    private List<String> actions(ActivityFilter filter) {
        settle();
        return ledger.list(ann, new ReadActivity(filter, 100, 0), Activity.class).stream()
                .map(Activity::action)
                .toList();
    }

    private Map<String, Object> aboutTask(String name, Object value) {
        var details = new LinkedHashMap<String, Object>();
        details.put("task_id", task.text());
        details.put("task_title", "Water");
        details.put(name, value);
        return details;
    }

    private static void is(Activity entry, String action, String type, String id) {
        assertThat(List.of(entry.action(), entry.resourceType(), entry.resourceId()))
                .isEqualTo(new ArrayList<>(List.of(action, type, id)));
    }

    @Test
    void read_on_page_by_page_it_is_the_same_feed() {
        ledger.by(ann, created());
        for (var title : List.of("Water all", "Water some", "Water none", "Water")) {
            ledger.by(ann, retitled("Water", title));
        }
        var all = feed(ann);

        var read = new ArrayList<Activity>();
        for (var page = readOn(null); !page.isEmpty(); page = readOn(Place.of(read.getLast()))) {
            read.addAll(page);
        }

        assertThat(all).hasSize(5);
        assertThat(read).isEqualTo(all);
    }

    private List<Activity> readOn(Place before) {
        return ledger.list(ann, new ReadOnActivity(ActivityFilter.ALL, before, 2), Activity.class);
    }

    private Activity newest(Actor actor) {
        return feed(actor).getFirst();
    }

    private List<Activity> feed(Actor actor) {
        settle();
        return ledger.list(actor, new ReadActivity(ActivityFilter.ALL, 100, 0), Activity.class);
    }

    private void settle() {
        ledger.settle(Projection.ACTIVITY, Projection.ACCOUNTS);
    }

    private TaskCreated created() {
        var owner = ann.userId();
        return new TaskCreated(task, owner, null, "Water", null, Priority.HIGH, MONDAY, null, List.of("home"));
    }

    private TaskEdited retitled(String from, String to) {
        return new TaskEdited(task, SubjectId.of(ann.userId()), new Changed<>(from, to), null, null, null, null, null);
    }
}
