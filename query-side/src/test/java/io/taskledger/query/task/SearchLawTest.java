package io.taskledger.query.task;

import java.time.Instant;
import java.util.List;

import io.taskledger.messages.Actor;
import io.taskledger.messages.task.CommentEvent.CommentAdded;
import io.taskledger.messages.task.CommentId;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskQuery.SearchTasks;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.task.Delivery.Event;
import io.taskledger.query.task.Rows.Row;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the database's own substring, ignoring case, finds in a text, a search finds; and nothing of others. */
class SearchLawTest {

    private final SearchQueries queries = ReadSide.bean(SearchQueries.class);
    private final TaskQueries lists = ReadSide.bean(TaskQueries.class);

    /** What a task says, and which part of which of its texts is searched for. */
    record Story(String title, String description, String tag, String comment, int text, int from, int length) {
        String wanted() {
            var all = List.of(title, description, tag, comment).get(text);
            var points = all.codePoints().toArray();
            int begin = from % points.length;
            return new String(points, begin, Math.min(length, points.length - begin));
        }
    }

    @Property(tries = 15)
    void nothing_that_a_plain_search_finds_is_missed(@ForAll("stories") List<Story> stories) {
        var ann = People.somebody();
        var bob = People.somebody();
        stories.forEach(story -> tell(story, ann));
        stories.forEach(story -> tell(story, bob));

        for (var story : stories) {
            for (var wanted : List.of(
                    story.wanted(), story.wanted().toUpperCase(), story.wanted().toLowerCase())) {
                if (wanted.isBlank()) {
                    continue;
                }
                var plain = plainly(wanted, ann);
                assertThat(found(wanted, ann)).as(wanted).containsAll(plain).isSubsetOf(everything(ann));
                assertThat(listed(wanted, ann)).as(wanted).containsExactlyInAnyOrderElementsOf(found(wanted, ann));
            }
        }
    }

    @Provide
    Arbitrary<List<Story>> stories() {
        var text = Arbitraries.strings()
                .withChars("aAbBzZ %_\\'\"&|!:*()<>")
                .withChars(
                        'é', 'É', 'ß', 'ẞ', 'İ', 'ı', 'σ', 'ς', 'Σ', 'Ǆ', 'ﬁ', 'ſ', 'K', '\u0301', '가', '각', 'я', 'Ё')
                .ofMinLength(1)
                .ofMaxLength(12);
        return Combinators.combine(
                        text,
                        text,
                        text,
                        text,
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(1, 12))
                .as(Story::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static void tell(Story story, Actor actor) {
        var task = new Rows(actor)
                .add(Row.titled(story.title()).described(story.description()).tagged(story.tag()));
        new Delivery()
                .deliver(Event.of(
                        new CommentAdded(task, CommentId.next(task), actor.userId(), story.comment(), List.of()),
                        1,
                        Instant.parse("2026-03-02T09:00:00Z")));
    }

    private List<TaskId> found(String text, Actor actor) {
        return queries.handle(new SearchTasks(text, 0, 100), actor).items().stream()
                .map(found -> found.task().taskId())
                .toList();
    }

    private List<TaskId> listed(String text, Actor actor) {
        var query = new ListTasks(TaskFilter.everything().search(text), TaskSort.by(TaskSort.Field.ID), 0, 100);
        return lists.handle(query, actor).items().stream()
                .map(task -> task.taskId())
                .toList();
    }

    private List<TaskId> everything(Actor actor) {
        var query = new ListTasks(TaskFilter.everything(), TaskSort.by(TaskSort.Field.ID), 0, 100);
        return lists.handle(query, actor).items().stream()
                .map(task -> task.taskId())
                .toList();
    }

    /** By the very texts that people wrote. */
    private static List<TaskId> plainly(String text, Actor actor) {
        var schema = ReadSide.bean(LiveVersions.class).of(Projection.TASKS).schema();
        return ReadSide.bean(JdbcClient.class)
                .sql("""
                        select t.id
                        from %1$s.task t
                        where t.owner = :actor
                          and (strpos(lower(t.title), lower(:text)) > 0
                            or strpos(lower(t.description), lower(:text)) > 0
                            or exists (select from unnest(t.tags) tag where strpos(lower(tag), lower(:text)) > 0)
                            or exists (
                              select from %1$s.comment c
                              where c.task_id = t.id and strpos(lower(c.content), lower(:text)) > 0))""".formatted(schema))
                .param("actor", actor.userId().text())
                .param("text", text)
                .query((row, _) -> new TaskId(row.getString("id")))
                .list();
    }
}
