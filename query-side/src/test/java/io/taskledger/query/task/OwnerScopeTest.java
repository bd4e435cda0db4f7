package io.taskledger.query.task;

import java.util.List;

import io.taskledger.messages.Actor;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.CountTasks;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskQuery.ReadTimeline;
import io.taskledger.messages.task.TaskQuery.ScrollTasks;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.messages.task.TaskSort.Field;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import io.taskledger.query.projection.Projections;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody is told of another person's tasks, by no query. */
class OwnerScopeTest {

    private static final TaskSort BY_TITLE = TaskSort.by(Field.TITLE);
    private static final TaskFilter ALL = TaskFilter.everything();

    private final TaskQueries queries = ReadSide.bean(TaskQueries.class);
    private final TimelineQueries timelines = ReadSide.bean(TimelineQueries.class);
    private final Actor ann = People.somebody();
    private final Actor bob = People.somebody();
    private final TaskId anns = created(ann, "Ann's");
    private final TaskId bobs = created(bob, "Bob's");

    @Test
    void a_task_is_found_by_its_owner_alone() {
        assertThat(queries.handle(new FindTask(anns), ann)).isPresent();
        assertThat(queries.handle(new FindTask(anns), bob)).isEmpty();
        assertThat(queries.handle(new FindTask(TaskId.next()), ann)).isEmpty();
    }

    @Test
    void lists_hold_ones_own_tasks_alone() {
        var page = queries.handle(new ListTasks(ALL, BY_TITLE, 0, 100), ann);

        assertThat(page.items()).extracting(TaskDetails::taskId).containsExactly(anns);
        assertThat(page.total()).isEqualTo(1);
    }

    @Test
    void slices_hold_ones_own_tasks_alone() {
        var slice = queries.handle(new ScrollTasks(ALL, BY_TITLE, "", 100), bob);

        assertThat(slice.items()).extracting(TaskDetails::taskId).containsExactly(bobs);
        assertThat(slice.next()).isEmpty();
    }

    @Test
    void another_persons_cursor_leads_to_ones_own_tasks() {
        created(ann, "Ann's other");
        var anotherPersons = queries.handle(new ScrollTasks(ALL, BY_TITLE, "", 1), ann)
                .next()
                .orElseThrow();

        assertThat(queries.handle(new ScrollTasks(ALL, BY_TITLE, anotherPersons, 100), bob)
                        .items())
                .extracting(TaskDetails::taskId)
                .containsExactly(bobs);
    }

    @Test
    void counts_are_of_ones_own_tasks() {
        assertThat(queries.handle(new CountTasks(ALL), ann)).isEqualTo(1);
        assertThat(queries.handle(new CountTasks(ALL), People.somebody())).isZero();
    }

    @Test
    void a_search_for_anothers_words_finds_nothing() {
        assertThat(queries.handle(new ListTasks(ALL.search("ob's"), BY_TITLE, 0, 100), ann)
                        .items())
                .isEmpty();
    }

    @Test
    void a_timeline_is_told_to_the_owner_alone() {
        assertThat(timelines.handle(new ReadTimeline(anns), ann)).hasSize(1);
        assertThat(timelines.handle(new ReadTimeline(anns), bob)).isEmpty();
        assertThat(timelines.handle(new ReadTimeline(TaskId.next()), ann)).isEqualTo(List.of());
    }

    private static TaskId created(Actor owner, String title) {
        var id = TaskId.next();
        Projections.await(People.send(owner, CreateTask.titled(id, title)));
        return id;
    }
}
