package io.taskledger.query.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Changed;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Erased;
import io.taskledger.messages.Page;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.account.AccountEvent.AccountDeleted;
import io.taskledger.messages.account.AccountEvent.UserRegistered;
import io.taskledger.messages.history.HistoryQuery.FindTaskAt;
import io.taskledger.messages.history.HistoryQuery.FindVersion;
import io.taskledger.messages.history.HistoryQuery.ListTasksAt;
import io.taskledger.messages.history.HistoryQuery.ListVersions;
import io.taskledger.messages.history.HistoryRejection.BeforeTheStart;
import io.taskledger.messages.history.HistoryRejection.StillToCome;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.messages.history.TaskVersion;
import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentEvent.CommentDeleted;
import io.taskledger.messages.task.CommentEvent.CommentEdited;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.SharingEvent.ShareRevoked;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import io.taskledger.messages.task.TaskComment;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskEvent.TaskCompleted;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskPurged;
import io.taskledger.messages.task.TaskEvent.TaskRestored;
import io.taskledger.messages.task.TaskEvent.TaskTransferred;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskFilter.Assignee;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.messages.workspace.InvitationId;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.Place;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberJoined;
import io.taskledger.messages.workspace.WorkspaceEvent.MemberLeft;
import io.taskledger.messages.workspace.WorkspaceEvent.UserInvited;
import io.taskledger.messages.workspace.WorkspaceEvent.WorkspaceCreated;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.query.Happenings;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.projection.Projection;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Who is told what of tasks as they were. */
class HistoryQueriesTest {

    private final Happenings ledger = new Happenings(ReadSide::bean);
    private final Actor ann = People.somebody();
    private final Actor bob = People.somebody();
    private final TaskId ferns = TaskId.next();
    private final WorkspaceId team = WorkspaceId.next();

    @Test
    void a_task_is_told_as_it_was_at_an_instant() {
        var created = begin();
        var edited = after(retitled("Ferns", "All ferns"));
        var done = after(new TaskCompleted(ferns));

        assertThat(at(created, ann).task().title()).isEqualTo("Ferns");
        assertThat(at(edited.minusMillis(1), ann).task().title()).isEqualTo("Ferns");
        assertThat(at(edited, ann).task())
                .returns("All ferns", TaskDetails::title)
                .returns(false, TaskDetails::completed)
                .returns(List.of("garden"), TaskDetails::tags);
        var now = at(done, ann);
        assertThat(now.task().completedAt()).isEqualTo(done);
        assertThat(now)
                .returns("task.completed", TaskVersion::event)
                .returns(ann.userId(), TaskVersion::actor)
                .returns(null, TaskVersion::until);
        assertThat(now.recordedAt()).isAfter(done);
        assertThat(at(edited, ann).until()).isEqualTo(done);
        assertThat(find(new FindTaskAt(ferns, happened(created.minusMillis(1))), ann))
                .as("before it was created, while others were there already")
                .isEmpty();
    }

    @Test
    void a_task_is_told_as_it_was_recorded_and_at_a_position() {
        begin();
        after(retitled("Ferns", "Later"));
        after(retitled("Later", "Last"));
        var versions = versions(ann);

        for (var version : versions) {
            assertThat(find(new FindTaskAt(ferns, new PastMoment.Recorded(version.recordedAt())), ann))
                    .contains(version);
            assertThat(find(new FindTaskAt(ferns, new PastMoment.Position(version.position())), ann))
                    .contains(version);
        }
        var second = versions.get(1);
        assertThat(find(
                        new FindTaskAt(
                                ferns,
                                new PastMoment.Recorded(second.recordedAt().minusNanos(1_000))),
                        ann))
                .contains(versions.get(2));
        assertThat(find(new FindTaskAt(ferns, new PastMoment.Position(second.position() - 1)), ann))
                .contains(versions.get(2));
    }

    @Test
    void its_versions_come_by_pages_the_latest_first() {
        begin();
        after(retitled("Ferns", "1"));
        after(retitled("1", "2"));

        var page = page(new ListVersions(ferns, 1, 1), TaskVersion.class, ann);

        assertThat(page.total()).isEqualTo(3);
        assertThat(page.items()).extracting(version -> version.task().title()).containsExactly("1");
        assertThat(find(new FindVersion(ferns, 1), ann)).contains(page.items().getFirst());
        assertThat(find(new FindVersion(ferns, 3), ann)).isEmpty();
    }

    @Test
    void comments_are_told_as_they_were() {
        begin();
        var comment = CommentId.next(ferns);
        var said = after(new CommentAdded(ferns, comment, ann.userId(), "Well", List.of()));
        var mended =
                after(new CommentEdited(ferns, comment, ann.userId(), new Changed<>("Well", "Very well"), List.of()));
        var gone = after(new CommentDeleted(ferns, comment, ann.userId(), "Very well"));

        assertThat(contents(said)).containsExactly("Well");
        assertThat(contents(mended)).containsExactly("Very well");
        assertThat(contents(gone)).isEmpty();
        assertThat(versions(ann).get(2).task().comments())
                .extracting(TaskComment::content)
                .containsExactly("Well");
    }

    @Test
    void a_list_is_told_as_it_was_with_filters_and_pages() {
        var start = begin();
        var roses = TaskId.next();
        after(new TaskCreated(
                roses, ann.userId(), null, "Roses 100%", "thorny", Priority.HIGH, null, null, List.of("a", "b")));
        var both = ledger.now();
        after(new TaskCompleted(roses));
        after(retitled("Ferns", "Roses too"));
        after(new TaskDeleted(ferns));

        assertThat(titles(start, all -> all)).containsExactly("Ferns");
        assertThat(titles(both, all -> all)).containsExactly("Ferns", "Roses 100%");
        assertThat(titles(ledger.now(), all -> all)).containsExactly("Roses 100%");
        assertThat(titles(both, all -> all.completed(true))).isEmpty();
        assertThat(titles(ledger.now(), all -> all.completed(true))).containsExactly("Roses 100%");
        assertThat(titles(both, all -> all.search("0%"))).containsExactly("Roses 100%");
        assertThat(titles(both, all -> all.search("THORN"))).containsExactly("Roses 100%");
        assertThat(titles(both, all -> all.search("rose\0"))).isEmpty();
        assertThat(titles(both, all -> all.tagsAny(List.of("b", "garden")))).hasSize(2);
        assertThat(titles(both, all -> all.tagsAny(List.of("\0")))).isEmpty();
        assertThat(titles(both, all -> all.assignee(new Assignee(null)))).hasSize(2);
        assertThat(titles(both, all -> all.assignee(new Assignee("nobody-of-this-name"))))
                .isEmpty();
        assertThat(titles(both, all -> all.shared(true))).isEmpty();
        assertThat(titles(both, all -> all.list(ListId.next()))).isEmpty();
        assertThat(titles(both, all -> all.created(both, null))).containsExactly("Roses 100%");
        var page = page(
                new ListTasksAt(
                        TaskFilter.everything(),
                        TaskSort.by(TaskSort.Field.PRIORITY).reversed(),
                        happened(both),
                        1,
                        1),
                TaskDetails.class,
                ann);
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.items()).extracting(TaskDetails::title).containsExactly("Ferns");
    }

    @Test
    void words_of_then_are_found_wherever_and_however_they_stood_then() {
        var start = begin();
        after(new TaskEdited(
                ferns,
                SubjectId.of(ann.userId()),
                new Changed<>("Ferns", "École  buissonnière"),
                new Changed<>(null, "skip 100 %\tof it"),
                null,
                null,
                null,
                new Changed<>(List.of("garden"), List.of("later"))));
        var renamed = after(new TaskCompleted(ferns));
        after(new TaskEdited(
                ferns,
                SubjectId.of(ann.userId()),
                new Changed<>("École  buissonnière", "Roses"),
                new Changed<>("skip 100 %\tof it", null),
                null,
                null,
                null,
                new Changed<>(List.of("later"), List.of())));
        var now = ledger.now();

        assertThat(List.of("fern", "GARDEN fer", "n"))
                .allSatisfy(text ->
                        assertThat(titles(start, all -> all.search(text))).containsExactly("Ferns"));
        assertThat(List.of("ecole", "buisson ÉCOLE", "later skip", "100 %", "% of", "  "))
                .allSatisfy(text ->
                        assertThat(titles(renamed, all -> all.search(text))).containsExactly("École  buissonnière"));
        assertThat(List.of("ferns", "garden", "roses", "100%", "_", "\t\t"))
                .allSatisfy(text ->
                        assertThat(titles(renamed, all -> all.search(text))).isEmpty());
        assertThat(titles(now, all -> all.search("rose"))).containsExactly("Roses");
        assertThat(List.of("ecole", "later", "skip", "fern", "  "))
                .allSatisfy(
                        text -> assertThat(titles(now, all -> all.search(text))).isEmpty());
        assertThat(titles(renamed, all -> all.tagsAny(List.of("later")))).hasSize(1);
        assertThat(titles(now, all -> all.tagsAny(List.of("later", "garden")))).isEmpty();
    }

    @Test
    void titles_of_then_are_what_a_list_of_then_is_sorted_by() {
        begin();
        after(new TaskCreated(TaskId.next(), ann.userId(), null, "Maples", null, Priority.LOW, null, null, List.of()));
        var first = after(retitled("Ferns", "Apples"));
        var last = after(retitled("Apples", "Zinnias"));

        assertThat(byTitle(first)).containsExactly("Apples", "Maples");
        assertThat(byTitle(last)).containsExactly("Maples", "Zinnias");
    }

    private List<String> byTitle(Instant at) {
        var query = new ListTasksAt(TaskFilter.everything(), TaskSort.by(TaskSort.Field.TITLE), happened(at), 0, 100);
        return page(query, TaskDetails.class, ann).items().stream()
                .map(TaskDetails::title)
                .toList();
    }

    @Test
    void overdue_goes_by_day_and_time_and_the_rest_is_not() {
        begin();
        due("yesterday", "2026-03-08", null);
        due("some time today", "2026-03-09", null);
        due("this morning", "2026-03-09", "09:00");
        var all = due("tonight", "2026-03-09", "20:00");
        var noon = LocalDateTime.parse("2026-03-09T12:00");

        assertThat(titles(all, filter -> filter.overdue(true, noon))).containsExactly("yesterday", "this morning");
        assertThat(titles(all, filter -> filter.overdue(false, noon)))
                .containsExactly("Ferns", "some time today", "tonight");
    }

    private Instant due(String title, String day, @Nullable String time) {
        var at = time == null ? null : LocalTime.parse(time);
        return after(new TaskCreated(
                TaskId.next(), ann.userId(), null, title, null, Priority.LOW, LocalDate.parse(day), at, List.of()));
    }

    @Test
    void what_is_shared_is_told_with_all_of_its_past_as_long_as_it_is() {
        var start = begin();
        assertThat(find(new FindTaskAt(ferns, happened(start)), bob)).isEmpty();

        after(new TaskShared(ferns, bob.userId(), Permission.VIEW));
        assertThat(at(start, bob).task())
                .returns("Ferns", TaskDetails::title)
                .returns(TaskLevel.VIEW, TaskDetails::level)
                .returns(0L, TaskDetails::shareCount);
        assertThat(versions(bob)).hasSize(2);
        assertThat(board(start, WorkspaceId.personalOf(ann.userId()), bob)).containsExactly("Ferns");

        after(new ShareRevoked(ferns, bob.userId()));
        assertThat(find(new FindTaskAt(ferns, happened(ledger.now().minusSeconds(1))), bob))
                .isEmpty();
        assertThat(find(new FindVersion(ferns, 1), bob)).isEmpty();
        assertThat(versions(bob)).isEmpty();
        assertThat(board(start, WorkspaceId.personalOf(ann.userId()), bob)).isEmpty();
    }

    @Test
    void a_team_is_told_of_what_it_has_now_and_not_of_what_went_elsewhere() {
        var start = begin();
        teamUp();
        var there = after(moved(personal(), inTeam()));

        assertThat(at(start, bob).task().title()).as("its past came along").isEqualTo("Ferns");
        assertThat(board(there, team, bob)).containsExactly("Ferns");

        var back = after(moved(inTeam(), personal()));
        assertThat(versions(bob)).isEmpty();
        assertThat(board(there, team, bob)).as("not even where the team had it").isEmpty();
        assertThat(board(there, team, ann)).containsExactly("Ferns");
        assertThat(board(back, team, ann)).isEmpty();

        after(moved(personal(), inTeam()));
        ledger.by(bob, new MemberLeft(team, bob.userId()));
        assertThat(board(there, team, bob)).isEmpty();
        assertThat(versions(bob)).isEmpty();
    }

    @Test
    void of_what_is_in_the_trash_those_are_told_who_could_take_it_out() {
        var start = begin();
        after(new TaskShared(ferns, bob.userId(), Permission.EDIT));
        after(new TaskDeleted(ferns));
        assertThat(versions(ann)).hasSize(3);
        assertThat(board(start, WorkspaceId.personalOf(ann.userId()), ann)).containsExactly("Ferns");
        assertThat(versions(bob)).isEmpty();
        assertThat(board(start, WorkspaceId.personalOf(ann.userId()), bob)).isEmpty();

        after(new TaskRestored(ferns));
        assertThat(versions(bob)).hasSize(4);

        after(new TaskDeleted(ferns));
        after(new TaskPurged(ferns));
        assertThat(versions(ann)).isEmpty();
        assertThat(board(start, WorkspaceId.personalOf(ann.userId()), ann)).isEmpty();
    }

    @Test
    void what_an_erased_person_wrote_is_told_to_nobody_any_more() {
        ledger.by(ann, new UserRegistered(ann.userId(), "ann-" + ann.userId(), "a@example.org"));
        var start = begin();
        teamUp();
        var there = after(moved(personal(), inTeam()));
        assertThat(at(start, bob).task().title()).isEqualTo("Ferns");

        ledger.by(ann, new AccountDeleted(ann.userId()));

        assertThat(at(start, bob).task())
                .returns(Erased.TEXT, TaskDetails::title)
                .returns(List.of(), TaskDetails::tags)
                .returns(null, TaskDetails::description);
        assertThat(at(there, bob).task().title()).as("the team's own").isEqualTo("Ferns");
        assertThat(List.of("ferns", "garden", "fern gard")).allSatisfy(text -> {
            assertThat(found(text, team, there)).containsExactly("Ferns");
            assertThat(found(text, WorkspaceId.personalOf(ann.userId()), start)).isEmpty();
        });
    }

    private List<String> found(String text, WorkspaceId workspace, Instant at) {
        var filter = TaskFilter.everything().workspace(workspace).search(text);
        return page(list(filter, happened(at)), TaskDetails.class, bob).items().stream()
                .map(TaskDetails::title)
                .toList();
    }

    @Test
    void a_moment_to_come_and_one_before_everything_are_refused() {
        begin();
        var head = versions(ann).getFirst().position();
        var tomorrow = happened(Instant.now().plus(Duration.ofDays(1)));

        assertThat(refusal(new FindTaskAt(ferns, tomorrow))).isEqualTo(new StillToCome(tomorrow));
        assertThat(refusal(list(TaskFilter.everything(), tomorrow))).isEqualTo(new StillToCome(tomorrow));
        assertThat(refusal(new FindTaskAt(ferns, new PastMoment.Position(head + 1_000_000))))
                .isInstanceOf(StillToCome.class);
        assertThat(refusal(new FindTaskAt(ferns, new PastMoment.Position(0)))).isInstanceOf(BeforeTheStart.class);
        assertThat(refusal(list(TaskFilter.everything(), happened(Instant.parse("1900-01-01T00:00:00Z")))))
                .isInstanceOf(BeforeTheStart.class);
        assertThat(refusal(
                        list(TaskFilter.everything(), new PastMoment.Recorded(Instant.parse("2001-01-01T00:00:00Z")))))
                .isInstanceOf(BeforeTheStart.class);
    }

    private void teamUp() {
        var invitation = InvitationId.next();
        ledger.by(ann, new WorkspaceCreated(team, new SubjectId(team.text()), ann.userId(), "Team"));
        ledger.by(ann, new UserInvited(team, invitation, bob.userId(), WorkspaceRole.VIEWER));
        ledger.by(bob, new MemberJoined(team, invitation, bob.userId(), WorkspaceRole.VIEWER));
    }

    /** @return when */
    private Instant begin() {
        // Something that is older than the task, so that the past begins before it.
        var older = TaskId.next();
        after(new TaskCreated(older, bob.userId(), null, "Older", null, Priority.LOW, null, null, List.of()));
        return after(
                new TaskCreated(ferns, ann.userId(), null, "Ferns", null, Priority.LOW, null, null, List.of("garden")));
    }

    /** @return when */
    private Instant after(Object event) {
        ledger.by(ann, event);
        return ledger.now();
    }

    private TaskEdited retitled(String from, String to) {
        return new TaskEdited(ferns, SubjectId.of(ann.userId()), new Changed<>(from, to), null, null, null, null, null);
    }

    private TaskTransferred moved(TaskHome from, TaskHome to) {
        return new TaskTransferred(
                ferns, to.subject(ann.userId()), new Changed<>(from, to), "Ferns", null, List.of("garden"));
    }

    private TaskHome personal() {
        return TaskHome.inboxOf(ann.userId(), ferns);
    }

    private TaskHome inTeam() {
        return new TaskHome(team, ListId.firstOf(team), Place.numbered(1));
    }

    private static PastMoment happened(Instant at) {
        return new PastMoment.Happened(at);
    }

    private static ListTasksAt list(TaskFilter filter, PastMoment moment) {
        return new ListTasksAt(filter, TaskSort.by(TaskSort.Field.ID), moment, 0, 100);
    }

    private List<String> titles(Instant at, UnaryOperator<TaskFilter> filter) {
        return page(list(filter.apply(TaskFilter.everything()), happened(at)), TaskDetails.class, ann).items().stream()
                .map(TaskDetails::title)
                .toList();
    }

    private List<String> board(Instant at, WorkspaceId workspace, Actor reader) {
        var query = list(TaskFilter.everything().workspace(workspace), happened(at));
        return page(query, TaskDetails.class, reader).items().stream()
                .map(TaskDetails::title)
                .toList();
    }

    private List<String> contents(Instant at) {
        return at(at, ann).task().comments().stream().map(TaskComment::content).toList();
    }

    private TaskVersion at(Instant at, Actor reader) {
        return find(new FindTaskAt(ferns, happened(at)), reader).orElseThrow();
    }

    private List<TaskVersion> versions(Actor reader) {
        return page(new ListVersions(ferns, 0, 100), TaskVersion.class, reader).items();
    }

    private Optional<TaskVersion> find(Object query, Actor reader) {
        settle();
        return ReadSide.bean(QueryGateway.class)
                .query(
                        new GenericMessage<>(query, People.by(reader)),
                        ResponseTypes.optionalInstanceOf(TaskVersion.class))
                .join();
    }

    private <T> Page<T> page(Object query, Class<T> items, Actor reader) {
        settle();
        return ledger.page(reader, query, items);
    }

    private Object refusal(Object query) {
        var failed = catchThrowable(() -> {
            if (query instanceof ListTasksAt) {
                page(query, TaskDetails.class, ann);
            } else {
                find(query, ann);
            }
        });
        var cause = failed instanceof CompletionException ? failed.getCause() : failed;
        return ((CommandRejected) cause).rejection();
    }

    private void settle() {
        ledger.settle(Projection.HISTORY, Projection.TASKS, Projection.WORKSPACES, Projection.ACCOUNTS);
    }
}
