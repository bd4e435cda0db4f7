package io.taskledger.query.rebuild;

import java.util.List;
import java.util.Objects;

import io.taskledger.messages.Actor;
import io.taskledger.messages.activity.Activity;
import io.taskledger.messages.activity.ActivityFilter;
import io.taskledger.messages.activity.ActivityQuery.ReadActivity;
import io.taskledger.messages.history.HistoryQuery.ListTasksAt;
import io.taskledger.messages.history.PastMoment;
import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.RebuildReport.State;
import io.taskledger.messages.task.StatisticsQuery.SumUpTasks;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.messages.task.TaskStatistics;
import io.taskledger.query.Happenings;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.rebuild.RandomDeeds.Deed;
import io.taskledger.query.rebuild.RandomDeeds.Step;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever has happened: what is told and counted is what naive books say, each to whom it is for; a rebuild says so too. */
class ToldAndCountedLawTest {

    private static Site site;

    private static int tries;

    @BeforeContainer
    static void open() {
        site = Site.fresh();
    }

    @AfterContainer
    static void close() {
        site.close();
    }

    @Property
    void what_is_told_and_counted_is_what_naive_books_say(@ForAll("histories") List<Step> history) {
        var ledger = new Happenings(site::bean);
        var deeds = new RandomDeeds(ledger);
        history.forEach(deeds::take);

        ledger.settle(
                Projection.ACTIVITY,
                Projection.STATISTICS,
                Projection.HISTORY,
                Projection.TASKS,
                Projection.WORKSPACES);
        deeds.people.forEach(person -> compare(ledger, deeds.books, person));

        if (tries++ % 5 == 0) {
            rebuilt(Projection.ACTIVITY);
            rebuilt(Projection.STATISTICS);
            rebuilt(Projection.HISTORY);
            deeds.people.forEach(person -> compare(ledger, deeds.books, person));
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, RandomDeeds.PEOPLE - 1),
                        Arbitraries.integers().between(0, RandomDeeds.TASKS - 1),
                        Arbitraries.of(Deed.class),
                        Arbitraries.integers().between(0, 100))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static void compare(Happenings ledger, NaiveBooks books, Actor person) {
        assertThat(ledger.list(person, new ReadActivity(ActivityFilter.ALL, 100, 0), Activity.class).stream()
                        .map(entry -> NaiveBooks.said(
                                entry.action(),
                                entry.resourceType(),
                                entry.resourceId(),
                                Objects.requireNonNull(entry.actor()).text()))
                        .toList())
                .isEqualTo(books.readableBy(person));
        assertThat(ledger.one(person, new SumUpTasks(NaiveBooks.TODAY.atStartOfDay()), TaskStatistics.class))
                .isEqualTo(books.statisticsOf(person));
        // As of now is now.
        var everything = TaskFilter.everything();
        var order = TaskSort.by(TaskSort.Field.TITLE);
        var now = new PastMoment.Happened(ledger.now());
        assertThat(ledger.page(person, new ListTasksAt(everything, order, now, 0, 100), TaskDetails.class))
                .isEqualTo(ledger.page(person, new ListTasks(everything, order, 0, 100), TaskDetails.class));
    }

    private static void rebuilt(String projection) {
        var report = site.rebuild(ProjectionId.named(projection), Afterwards.SWAP);
        assertThat(report.state()).as(report.toString()).isEqualTo(State.SWAPPED);
        assertThat(report.differenceCount()).isZero();
    }
}
