package io.taskledger.query.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Page;
import io.taskledger.messages.RunOf;
import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.ProjectionCommand.RollBack;
import io.taskledger.messages.projection.ProjectionCommand.Swap;
import io.taskledger.messages.projection.RebuildReport.State;
import io.taskledger.messages.task.TaskCommand.CreateTask;
import io.taskledger.messages.task.TaskCommand.EditTask;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskEdit;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.query.People;
import io.taskledger.query.projection.Tokens;
import io.taskledger.query.projection.Versions.Version;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryMessage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** People read and write while versions are rebuilt, swapped and rolled back: nobody sees a mixture, nothing or the past. */
class SwapUnderLoadTest {

    private static final int TASKS = 20;
    private static final int SWAPS = 3;

    /** Between two doings of one person: load, but not so much that one core has no time left for the feeds. */
    private static final Duration BREATH = Duration.ofMillis(5);

    private volatile boolean over;

    @Test
    void readers_never_see_a_mixture_nothing_or_the_past() throws Exception {
        try (var site = Site.fresh();
                var threads = Executors.newFixedThreadPool(5)) {
            var ann = People.somebody();
            var tasks = new ArrayList<TaskId>();
            for (int index = 0; index < TASKS; index++) {
                tasks.add(TaskId.next());
                site.send(ann, CreateTask.titled(tasks.get(index), "0"));
            }
            site.settle();
            // Tells the versions apart: a page with both marks is put together from two.
            mark(site, 1);
            List<Future<Integer>> loads = new ArrayList<>();
            loads.add(threads.submit(write(site, ann, tasks)));
            for (int reader = 0; reader < 4; reader++) {
                loads.add(threads.submit(read(site, ann)));
            }
            try {
                for (int swap = 0; swap < SWAPS; swap++) {
                    swapThereAndBack(site);
                }
            } finally {
                // Or who waits for the threads would wait for ever.
                over = true;
            }
            for (var load : loads) {
                assertThat(load.get()).as("what each did meanwhile").isGreaterThan(20);
            }
        }
    }

    private static void swapThereAndBack(Site site) {
        var report = site.rebuild(Afterwards.HOLD);
        mark(site, report.version());
        site.operateWhenItKeepsUp(new Swap(Site.TASKS, report.rebuildId(), "marked"));
        site.operateWhenItKeepsUp(new RollBack(Site.TASKS));
        site.operateWhenItKeepsUp(new RollBack(Site.TASKS));
        assertThat(site.report(report.rebuildId()).state()).isEqualTo(State.SWAPPED);
    }

    /**
     * The mark is in a field that no event touches: the time of day that it is due. Its feed waits meanwhile, or would
     * overwrite the mark with what it read before.
     */
    private static void mark(Site site, int version) {
        site.inTransaction(sql -> {
            new Tokens(sql).holdAt(new Version("tasks", version));
            sql.sql("update tasks_v%d.task set due_time = make_time(%d, 0, 0)".formatted(version, version))
                    .update();
        });
    }

    private Callable<Integer> write(Site site, Actor ann, List<TaskId> tasks) {
        return () -> {
            int written = 0;
            while (!over) {
                written++;
                site.send(
                        ann,
                        new EditTask(
                                tasks.get(written % TASKS), TaskEdit.nothing().title(String.valueOf(written))));
                LockSupport.parkNanos(BREATH.toNanos());
            }
            return written;
        };
    }

    private Callable<Integer> read(Site site, Actor ann) {
        return () -> {
            int reads = 0;
            var latest = 0;
            while (!over) {
                var page = page(site, ann);
                reads++;
                assertThat(page.items()).hasSize(TASKS);
                assertThat(page.total()).isEqualTo(TASKS);
                assertThat(marks(page)).as("versions in one answer").hasSize(1);
                var now = page.items().stream()
                        .mapToInt(task -> Integer.parseInt(task.title()))
                        .max()
                        .orElseThrow();
                assertThat(now).as("never back in time").isGreaterThanOrEqualTo(latest);
                latest = now;
                LockSupport.parkNanos(BREATH.toNanos());
            }
            return reads;
        };
    }

    private static Set<Object> marks(Page<TaskDetails> page) {
        var marks = new HashSet<>();
        page.items().forEach(task -> marks.add(task.dueTime()));
        return marks;
    }

    private static Page<TaskDetails> page(Site site, Actor ann) throws Exception {
        QueryMessage<ListTasks, Page<TaskDetails>> query = new GenericQueryMessage<>(
                new ListTasks(TaskFilter.everything(), new TaskSort(TaskSort.Field.ID, false), 0, 100),
                RunOf.page(TaskDetails.class));
        var answer = site.bean(QueryBus.class)
                .query(query.andMetaData(People.by(ann)))
                .get();
        return answer.getPayload();
    }
}
