package io.taskledger.query.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Changed;
import io.taskledger.messages.Page;
import io.taskledger.messages.SubjectId;
import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentEvent.CommentDeleted;
import io.taskledger.messages.task.CommentEvent.CommentEdited;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.FoundTask;
import io.taskledger.messages.task.Passage;
import io.taskledger.messages.task.Passage.Mark;
import io.taskledger.messages.task.Passage.Place;
import io.taskledger.messages.task.Permission;
import io.taskledger.messages.task.Priority;
import io.taskledger.messages.task.SharingEvent.ShareRevoked;
import io.taskledger.messages.task.SharingEvent.TaskShared;
import io.taskledger.messages.task.TaskEvent;
import io.taskledger.messages.task.TaskEvent.TaskCreated;
import io.taskledger.messages.task.TaskEvent.TaskDeleted;
import io.taskledger.messages.task.TaskEvent.TaskEdited;
import io.taskledger.messages.task.TaskEvent.TaskPurged;
import io.taskledger.messages.task.TaskEvent.TaskRestored;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskHome;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskQuery.SearchTasks;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.messages.workspace.ListId;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.task.Delivery.Event;
import io.taskledger.query.task.Rows.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TaskSearchTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final SearchQueries queries = ReadSide.bean(SearchQueries.class);
    private final TaskQueries lists = ReadSide.bean(TaskQueries.class);
    private final Delivery delivery = new Delivery();
    private final Actor ann = People.somebody();
    private final Actor bob = People.somebody();
    private final Rows rows = new Rows(ann);
    private long version = 1;

    @Test
    void the_best_match_comes_first() {
        var told = rows.add(Row.titled("a").described("the garden"));
        var tagged = rows.add(Row.titled("b").tagged("garden"));
        var within = rows.add("The vegegarden");
        var said = rows.add("c");
        comment(said, ann, "In the garden");
        var begins = rows.add("Gardening");
        rows.add("Nothing of it");

        assertThat(found("garden", ann)).containsExactly(begins, tagged, told, within, said);
    }

    @Test
    void among_equals_the_youngest_comes_first() {
        var older = rows.add("Fern");
        var younger = rows.add("Fern");

        assertThat(found("fern", ann)).containsExactly(younger, older);
    }

    @Test
    void words_are_found_as_they_are_typed_and_wherever_each_of_them_stands() {
        var ferns =
                rows.add(Row.titled("Water the ferns").described("once a week").tagged("Balcony"));
        comment(ferns, ann, "They look thirsty");

        for (var text : List.of("wat", "wat fer", "ferns water", "week balc", "thirsty fern", "er the f", " water ")) {
            assertThat(found(text, ann)).as(text).containsExactly(ferns);
            assertThat(listed(text, ann)).as(text).containsExactly(ferns);
        }
        assertThat(found("water cactus", ann)).isEmpty();
    }

    @Test
    void case_and_accents_make_no_difference() {
        var cafe = rows.add("Café in der Straße, ΟΔΟΣ, İstanbul");

        for (var text : List.of("cafe", "CAFÉ", "STRAßE", "οδος", "istanbul", "İSTANBUL")) {
            assertThat(found(text, ann)).as(text).containsExactly(cafe);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%", "_", "\\", "'", "\"", "&|!:*()<>", "a:*", "!", "''", "?", ":word0", "{d '1'}", "🌱", "'; --"
            })
    void no_character_has_a_meaning_of_its_own(String text) {
        var named = rows.add("before " + text + " after");
        var tagged = rows.add(Row.titled("-").tagged(text));
        rows.add("nothing of either");

        assertThat(found(text, ann)).containsExactly(named, tagged);
        assertThat(listed(text, ann)).containsExactly(named, tagged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0", "\ud83c", "\udf31", " ", "\t"})
    void what_is_no_text_finds_nothing(String text) {
        rows.add("a");

        assertThat(found(text, ann)).isEmpty();
    }

    @Test
    void what_was_said_otherwise_is_found_as_it_is_now() {
        var task = rows.add(Row.titled("Fern").described("green"));
        var comment = comment(task, ann, "thirsty");
        happened(new TaskEdited(
                task, SubjectId.of(ann.userId()), new Changed<>("Fern", "Cactus"), null, null, null, null, null));
        happened(new CommentEdited(task, comment, ann.userId(), new Changed<>("thirsty", "dry"), List.of()));

        assertThat(found("cactus green dry", ann)).containsExactly(task);
        assertThat(found("fern", ann)).isEmpty();
        assertThat(found("thirsty", ann)).isEmpty();

        happened(new CommentDeleted(task, comment, ann.userId(), "dry"));
        assertThat(found("dry", ann)).isEmpty();
    }

    @Test
    void nothing_is_found_in_the_trash_nor_of_what_was_purged() {
        var task = rows.add("Fern");
        comment(task, ann, "thirsty");
        happened(new TaskDeleted(task));
        assertThat(found("fern", ann)).isEmpty();
        assertThat(found("thirsty", ann)).isEmpty();

        happened(new TaskRestored(task));
        assertThat(found("fern", ann)).containsExactly(task);
        assertThat(found("thirsty", ann)).containsExactly(task);

        happened(new TaskDeleted(task), new TaskPurged(task));
        assertThat(found("fern", ann)).isEmpty();
    }

    @Test
    void others_find_what_is_shared_with_them_as_long_as_it_is() {
        var task = rows.add("Fern");
        comment(task, ann, "thirsty");
        assertThat(found("fern", bob)).isEmpty();
        assertThat(found("thirsty", bob)).isEmpty();

        happened(new TaskShared(task, bob.userId(), Permission.VIEW));
        assertThat(found("fern", bob)).containsExactly(task);
        assertThat(found("thirsty", bob)).containsExactly(task);
        assertThat(listed("fern", bob)).isEmpty();

        happened(new ShareRevoked(task, bob.userId()));
        assertThat(found("fern", bob)).isEmpty();
        assertThat(found("thirsty", bob)).isEmpty();
    }

    @Test
    void a_member_finds_what_stands_in_the_workspace() {
        var team = WorkspaceId.next();
        var task = TaskId.next();
        var home = new TaskHome(team, ListId.firstOf(team), io.taskledger.messages.workspace.Place.numbered(1));
        delivery.deliver(Event.of(
                new TaskCreated(task, ann.userId(), home, "Fern", null, Priority.LOW, null, null, List.of()), 0, NOW));
        comment(task, ann, "thirsty");
        var reading = ReadSide.bean(TaskReading.class);
        var member = new TaskScope(bob.userId(), Map.of(team, WorkspaceRole.VIEWER));
        var stranger = new TaskScope(bob.userId(), Map.of());

        for (var text : List.of("fern", "thirsty", "fern thirsty")) {
            var words = SearchWords.of(text);
            assertThat(ids(reading.page(mentioning(words, member, false), SortKey.ID, 0, 10)))
                    .containsExactly(task.text());
            assertThat(ids(reading.page(mentioning(words, member, true), SortKey.ID, 0, 10)))
                    .isEmpty();
            assertThat(ids(reading.best(new SearchSql(words, member, false), 0, 10)))
                    .containsExactly(task.text());
            assertThat(ids(reading.best(new SearchSql(words, stranger, false), 0, 10)))
                    .isEmpty();
        }
    }

    private static TaskListSql mentioning(SearchWords words, TaskScope scope, boolean own) {
        return new TaskListSql(new Conditions(), Optional.of(new SearchSql(words, scope, own)), true);
    }

    private static List<String> ids(TaskReading.Found found) {
        return found.rows().stream().map(TaskRow::id).toList();
    }

    @Test
    void where_it_was_found_is_told_as_plain_text_and_places() {
        var task = rows.add(Row.titled("<b>Fern</b> fern").tagged("ferny", "x").described("-".repeat(300) + " Férn"));
        comment(task, ann, "No FERN here");

        var passages = search("fern", ann, 0).items().getFirst().passages();

        assertThat(passages)
                .extracting(Passage::place)
                .containsExactly(Place.TITLE, Place.TAG, Place.DESCRIPTION, Place.COMMENT);
        assertThat(passages.getFirst().text()).isEqualTo("<b>Fern</b> fern");
        assertThat(passages.getFirst().marks()).containsExactly(new Mark(3, 7), new Mark(12, 16));
        assertThat(passages.get(2).text()).endsWith("- Férn").hasSizeLessThan(201);
        assertThat(passages)
                .allSatisfy(passage -> assertThat(passage.marks())
                        .allSatisfy(mark -> assertThat(Folding.of(passage.text().substring(mark.start(), mark.end())))
                                .isEqualTo("fern")));
    }

    @Test
    void pages_tell_how_many_there_are() {
        var ids = List.of(rows.add("fern 1"), rows.add("fern 2"), rows.add("fern 3"));

        assertThat(search("fern", ann, 1).items())
                .extracting(found -> found.task().taskId())
                .containsExactly(ids.get(1), ids.get(0));
        assertThat(search("fern", ann, 1).total()).isEqualTo(3);
        assertThat(search("fern", ann, 9).items()).isEmpty();
        assertThat(search("fern", ann, 9).total()).isEqualTo(3);
    }

    @Test
    void a_search_combines_with_the_other_filters() {
        var due = rows.add(Row.titled("Fern").dueOn(LocalDate.of(2026, 3, 10)));
        rows.add("Fern");
        var filter = TaskFilter.everything().search("fern").due(LocalDate.of(2026, 3, 1), null);

        var page = lists.handle(new ListTasks(filter, TaskSort.by(TaskSort.Field.TITLE), 0, 10), ann);

        assertThat(page.items()).extracting(task -> task.taskId()).containsExactly(due);
        assertThat(page.total()).isEqualTo(1);
    }

    private CommentId comment(TaskId task, Actor author, String text) {
        var comment = CommentId.next(task);
        happened(new CommentAdded(task, comment, author.userId(), text, List.of()));
        return comment;
    }

    private void happened(TaskEvent... events) {
        for (var event : events) {
            delivery.deliverTwice(Event.of(event, version++, NOW));
        }
    }

    private List<TaskId> found(String text, Actor actor) {
        return search(text, actor, 0).items().stream()
                .map(found -> found.task().taskId())
                .toList();
    }

    private Page<FoundTask> search(String text, Actor actor, int skip) {
        return queries.handle(new SearchTasks(text, skip, 100), actor);
    }

    private List<TaskId> listed(String text, Actor actor) {
        var query = new ListTasks(TaskFilter.everything().search(text), TaskSort.by(TaskSort.Field.CREATED_AT), 0, 100);
        return lists.handle(query, actor).items().stream()
                .map(task -> task.taskId())
                .toList();
    }
}
