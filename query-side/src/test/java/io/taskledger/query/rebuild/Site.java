package io.taskledger.query.rebuild;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import com.zaxxer.hikari.HikariDataSource;
import io.taskledger.messages.Actor;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Receipt;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.DeadLetter;
import io.taskledger.messages.projection.ProjectionCommand;
import io.taskledger.messages.projection.ProjectionId;
import io.taskledger.messages.projection.ProjectionQuery.FindProjection;
import io.taskledger.messages.projection.ProjectionQuery.FindRebuild;
import io.taskledger.messages.projection.ProjectionQuery.ListDeadLetters;
import io.taskledger.messages.projection.ProjectionRejection.LaggingBehind;
import io.taskledger.messages.projection.ProjectionStatus;
import io.taskledger.messages.projection.RebuildId;
import io.taskledger.messages.projection.RebuildReport;
import io.taskledger.query.Databases;
import io.taskledger.query.People;
import io.taskledger.query.ReadSide;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** One installation: a database of its own and a node on it. */
public final class Site implements AutoCloseable {

    public static final ProjectionId TASKS = ProjectionId.named("tasks");

    /** A dozen such steps take a second on a machine at leisure, and many times as long while others build on it. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HikariDataSource database;
    private final ConfigurableApplicationContext node;

    private Site(HikariDataSource database, Class<?>... more) {
        this.database = database;
        this.node = ReadSide.start(database, more);
    }

    public static Site fresh(Class<?>... more) {
        return new Site(Databases.fresh(), more);
    }

    /** Another node on the same database; close it before the site. */
    public Site another(Class<?>... more) {
        return new Site(database, more);
    }

    public JdbcClient sql() {
        return JdbcClient.create(database);
    }

    public void inTransaction(Consumer<JdbcClient> work) {
        new TransactionTemplate(new DataSourceTransactionManager(database))
                .executeWithoutResult(_ -> work.accept(sql()));
    }

    public <T> T bean(Class<T> type) {
        return node.getBean(type);
    }

    public long send(Actor actor, Object command) {
        return bean(CommandGateway.class)
                .<Receipt>sendAndWait(
                        GenericCommandMessage.asCommandMessage(command).andMetaData(People.by(actor)))
                .position();
    }

    /** As the system. */
    public void operate(ProjectionCommand command) {
        bean(CommandGateway.class).sendAndWait(command);
    }

    /** As an operator does who is told that the version lags behind: again, in a moment. */
    public void operateWhenItKeepsUp(ProjectionCommand command) {
        await(
                () -> {
                    try {
                        operate(command);
                        return true;
                    } catch (CommandRejected rejected) {
                        assertThat(rejected.rejection()).isInstanceOf(LaggingBehind.class);
                        return false;
                    }
                },
                done -> done);
    }

    public Rejection refusal(Runnable command) {
        var thrown = catchThrowable(command::run);
        var root = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        return ((CommandRejected) root).rejection();
    }

    public RebuildReport rebuild(Afterwards afterwards) {
        return rebuild(TASKS, afterwards);
    }

    public RebuildReport rebuild(ProjectionId projection, Afterwards afterwards) {
        return awaitEnd(ask(projection, afterwards));
    }

    public RebuildId ask(Afterwards afterwards) {
        return ask(TASKS, afterwards);
    }

    public RebuildId ask(ProjectionId projection, Afterwards afterwards) {
        var id = RebuildId.next();
        operate(new ProjectionCommand.Rebuild(projection, id, afterwards, null));
        return id;
    }

    public RebuildReport awaitEnd(RebuildId id) {
        return await(() -> report(id), report -> report.state().ended() || report.state() == RebuildReport.State.HELD);
    }

    public RebuildReport report(RebuildId id) {
        return query(new FindRebuild(id), RebuildReport.class).orElseThrow();
    }

    public ProjectionStatus status() {
        return status(TASKS);
    }

    public ProjectionStatus status(ProjectionId projection) {
        return query(new FindProjection(projection), ProjectionStatus.class).orElseThrow();
    }

    public List<DeadLetter> letters() {
        return bean(QueryGateway.class)
                .query(new ListDeadLetters(TASKS, 100), ResponseTypes.multipleInstancesOf(DeadLetter.class))
                .join();
    }

    private <T> Optional<T> query(Object query, Class<T> answer) {
        return bean(QueryGateway.class)
                .query(query, ResponseTypes.optionalInstanceOf(answer))
                .join();
    }

    /** Until the live version reflects everything that is in the ledger. */
    public void settle() {
        settle(TASKS);
    }

    public void settle(ProjectionId projection) {
        await(() -> status(projection), status -> status.position() >= status.head());
    }

    public static <T> T await(Supplier<T> look, Predicate<T> wanted) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var seen = look.get();
        while (!wanted.test(seen)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("still " + seen);
            }
            LockSupport.parkNanos(20_000_000);
            seen = look.get();
        }
        return seen;
    }

    /** All rows of the live version, in the order of their ids, as text. */
    public String rows() {
        return rows(status().liveVersion());
    }

    public String rows(int version) {
        return rows(TASKS, "task", version);
    }

    public String rows(ProjectionId projection, String table, int version) {
        return sql().sql("""
                        select coalesce(string_agg(%1$s::text, e'\\n' order by id), '')
                        from %2$s_v%3$d.%1$s""".formatted(table, projection.name(), version))
                .query(String.class)
                .single();
    }

    /** This node only, as when it goes down in good order. */
    public void stopNode() {
        node.close();
    }

    @Override
    public void close() {
        node.close();
        database.close();
    }
}
