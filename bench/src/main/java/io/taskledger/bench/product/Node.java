package io.taskledger.bench.product;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import io.taskledger.app.Taskledger;
import io.taskledger.app.settings.Setting;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.ledger.type.EventTypes;
import io.taskledger.ledger.type.NamedTypeSerializer;
import io.taskledger.messages.Actor;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.postgres.ConnectionDetails;
import io.taskledger.query.feed.Feeds;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ProjectionProgress;
import io.taskledger.security.Acting;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The product as people run it, on any free port of this machine. */
public final class Node implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ConnectionDetails database;
    private final HeardConnections connections = new HeardConnections();
    private final ConfigurableApplicationContext context;
    private final CommandGateway commands;
    private boolean projecting = true;
    private final Actor actor = new Actor(UserId.next(), Via.REST);

    private Node(ConnectionDetails database, SpringApplication application) {
        this.database = database;
        application.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(connections));
        this.context = application.run();
        this.commands = context.getBean(CommandGateway.class);
    }

    /** @param data folder of the keys; the nodes of one database share it */
    public static Node start(ConnectionDetails database, Path data) {
        var settings = TaskledgerSettings.of(environment(database, data), data.resolve("no.env"));
        return new Node(database, Taskledger.application(settings, true));
    }

    /** A node that stores events without encrypting anything of them, for comparison. Its keys are as the others'. */
    public static Node startInClear(ConnectionDetails database, Path data) {
        var settings = TaskledgerSettings.of(environment(database, data), data.resolve("no.env"));
        var application = Taskledger.application(settings, true);
        application.setAllowBeanDefinitionOverriding(true);
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("eventSerializer", Serializer.class, () -> clearSerializer(context)));
        return new Node(database, application);
    }

    private static Serializer clearSerializer(ConfigurableApplicationContext context) {
        var bytes = Jackson3Serializer.builder()
                .revisionResolver(context.getBean(RevisionResolver.class))
                .build();
        return new NamedTypeSerializer(bytes, context.getBean(EventTypes.class));
    }

    /** What tells another JVM to start a node on the same database. */
    static Map<String, String> environment(ConnectionDetails database, Path data) {
        return Map.of(
                Setting.DATABASE_URL.key(),
                database.jdbcUrl(),
                Setting.DATABASE_USER.key(),
                database.user(),
                Setting.DATABASE_PASSWORD.key(),
                database.password(),
                Setting.DATA.key(),
                data.toString(),
                Setting.ADDRESS.key(),
                "127.0.0.1",
                Setting.PORT.key(),
                "0",
                Setting.RATE_LIMITS.key(),
                "off",
                Setting.DEMO.key(),
                "off");
    }

    HeardConnections connections() {
        return connections;
    }

    int port() {
        var web = (ServletWebServerApplicationContext) context;
        return Objects.requireNonNull(web.getWebServer()).getPort();
    }

    public ConnectionDetails database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** Sends a command as a person and waits for its answer, as the edges do. */
    void send(Object command) {
        send(command, actor);
    }

    /** The same as somebody. */
    void sendAs(UserId person, Object command) {
        send(command, new Actor(person, Via.REST));
    }

    private void send(Object command, Actor as) {
        Acting.as(as, () -> commands.<Object>sendAndWait(command));
    }

    /** Sends a command as the system itself. */
    void order(Object command) {
        commands.sendAndWait(command);
    }

    /** Asks as somebody. */
    <T> T ask(UserId person, Object question, ResponseType<T> answer) {
        return Acting.as(
                new Actor(person, Via.REST),
                () -> context.getBean(QueryGateway.class)
                        .query(question, answer)
                        .join());
    }

    public boolean projecting() {
        return projecting;
    }

    /** Ends all processors of this node; commands go on. */
    public void stopProjections() {
        projecting = false;
        bean(Feeds.class).stop();
        bean(EventProcessingConfiguration.class).eventProcessors().values().forEach(EventProcessor::shutDown);
    }

    /** Waits until the rows of the tasks show all that the ledger holds now. */
    public void awaitProjection() {
        try {
            long head = Ledger.head(database);
            if (!bean(ProjectionProgress.class).await(Projection.TASKS, head, PATIENCE)) {
                throw new IllegalStateException("The projection did not reach position " + head + " in " + PATIENCE);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
