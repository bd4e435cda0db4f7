package io.taskledger.query.rebuild;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.RebuildId;
import io.taskledger.messages.projection.RebuildReport.State;
import io.taskledger.query.projection.ProjectionProgress;
import io.taskledger.query.rebuild.RandomHistory.Deed;
import io.taskledger.query.rebuild.RandomHistory.Step;
import io.taskledger.query.rebuild.RandomHistory.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;

import static org.assertj.core.api.Assertions.assertThat;

/** Rebuild = live: whatever has happened, a rebuilt version has the rows that the events made one after the other. */
class RebuildLawTest {

    private static final int STREAMS = 6;
    private static final ProjectionId ACCOUNTS = ProjectionId.named("accounts");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<String> TASK_TABLES = List.of("task", "wording", "share", "comment", "file", "reminder");

    private static Site site;

    @BeforeContainer
    static void open() {
        site = Site.fresh();
    }

    @AfterContainer
    static void close() {
        site.close();
    }

    @Property
    void a_rebuilt_version_has_the_rows_that_are_live(
            @ForAll("histories") List<Step> history, @ForAll @IntRange(min = 1, max = 20) int atOnce) {
        forget();
        append(history, atOnce);
        awaitProjected();
        var tasks = taskRows();
        var accounts = rows(ACCOUNTS, "account");
        var colours = rows(ACCOUNTS, "tag_colour");

        var ofTasks = site.ask(Site.TASKS, Afterwards.SWAP);
        var ofAccounts = site.ask(ACCOUNTS, Afterwards.SWAP);

        isSwapped(ofTasks);
        isSwapped(ofAccounts);
        assertThat(taskRows()).isEqualTo(tasks);
        assertThat(rows(ACCOUNTS, "account")).isEqualTo(accounts);
        assertThat(rows(ACCOUNTS, "tag_colour")).isEqualTo(colours);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        var deeds = Arbitraries.frequency(
                Tuple.of(4, Deed.RETITLE),
                Tuple.of(2, Deed.DESCRIBE),
                Tuple.of(2, Deed.RANK),
                Tuple.of(2, Deed.SCHEDULE),
                Tuple.of(2, Deed.TAG),
                Tuple.of(3, Deed.COMPLETE),
                Tuple.of(3, Deed.REOPEN),
                Tuple.of(3, Deed.SHARE),
                Tuple.of(3, Deed.COMMENT),
                Tuple.of(2, Deed.FILE),
                Tuple.of(2, Deed.REMIND),
                Tuple.of(1, Deed.ASSIGN),
                Tuple.of(1, Deed.MOVE),
                Tuple.of(1, Deed.DELETE),
                Tuple.of(1, Deed.RESTORE),
                Tuple.of(1, Deed.PURGE),
                Tuple.of(2, Deed.REGISTER),
                Tuple.of(2, Deed.GRANT),
                Tuple.of(2, Deed.COLOUR));
        return Combinators.combine(
                        Arbitraries.integers().between(0, STREAMS - 1),
                        deeds,
                        Arbitraries.integers().between(0, 1_000))
                .as(Step::new)
                .list()
                .ofMaxSize(80);
    }

    private static void isSwapped(RebuildId rebuild) {
        var report = site.awaitEnd(rebuild);
        assertThat(report.state()).as(report.toString()).isEqualTo(State.SWAPPED);
    }

    private static void awaitProjected() {
        var head = site.sql()
                .sql("select coalesce(max(position), 0) from ledger.event")
                .query(Long.class)
                .single();
        for (var projection : List.of(Site.TASKS, ACCOUNTS)) {
            assertThat(site.bean(ProjectionProgress.class).await(projection.name(), head, PATIENCE))
                    .isTrue();
        }
    }

    private static List<String> taskRows() {
        return TASK_TABLES.stream().map(table -> rows(Site.TASKS, table)).toList();
    }

    private static String rows(ProjectionId projection, String table) {
        return site.rows(projection, table, site.status(projection).liveVersion());
    }

    /** The first of the streams is broken. */
    private static void append(List<Step> history, int atOnce) {
        var streams = IntStream.range(0, STREAMS)
                .mapToObj(index -> Stream.next(index == 0))
                .toList();
        var events = RandomHistory.of(history, streams);
        for (int from = 0; from < events.size(); from += atOnce) {
            var some = events.subList(from, Math.min(from + atOnce, events.size()));
            site.bean(TransactionManager.class)
                    .executeInTransaction(() -> site.bean(EventStore.class).publish(some));
        }
    }

    /** What was tried before takes its time at each rebuild. */
    private static void forget() {
        var tasks = site.status(Site.TASKS).liveVersion();
        var accounts = site.status(ACCOUNTS).liveVersion();
        site.inTransaction(sql -> {
            TASK_TABLES.forEach(table ->
                    sql.sql("delete from tasks_v%d.%s".formatted(tasks, table)).update());
            List.of(
                            "ledger.event where stream_type in ('task', 'account')",
                            "automation.dead_letter_entry",
                            "accounts_v%d.account".formatted(accounts),
                            "accounts_v%d.tag_colour".formatted(accounts))
                    .forEach(rows -> sql.sql("delete from " + rows).update());
        });
    }
}
