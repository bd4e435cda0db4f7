package io.taskledger.bench.product;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import io.taskledger.bench.measure.Client;
import io.taskledger.messages.RunOf;
import io.taskledger.messages.UserId;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskSort;

/** The statements by which the product answers somebody's first page, with their parameters. */
public final class Sent {

    private static final ListTasks FIRST_PAGE =
            new ListTasks(TaskFilter.everything(), TaskSort.by(TaskSort.Field.CREATED_AT), 0, 20);

    private final UserId person;
    private final List<Statement> statements = new ArrayList<>();

    /** A parameter is a call of a setter. */
    private record Statement(String sql, List<Setting> settings) {}

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Setting(Method setter, Object[] arguments) {}

    private Sent(UserId person) {
        this.person = person;
    }

    /** Listens while the node answers, which it does on this thread. */
    public static Sent whileAsking(Node node, UserId person) {
        var sent = new Sent(person);
        sent.ask(node);
        node.connections().listen(sent::listening);
        sent.ask(node);
        node.connections().listen(null);
        if (sent.statements.isEmpty()) {
            throw new IllegalStateException("No statement was heard");
        }
        return sent;
    }

    public int count() {
        return statements.size();
    }

    /** The product answers. */
    public Client asking(Node node) {
        return () -> ask(node);
    }

    private void ask(Node node) {
        node.ask(person, FIRST_PAGE, RunOf.page(TaskDetails.class));
    }

    /** Only the database does, in a session like the product's. */
    public Client replaying(Node node) {
        try {
            var connection = node.bean("readerConnections", DataSource.class).getConnection();
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            var prepared = new ArrayList<PreparedStatement>();
            for (var statement : statements) {
                prepared.add(prepare(connection, statement));
            }
            return new Replay(connection, prepared);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, Statement statement) throws SQLException {
        var prepared = connection.prepareStatement(statement.sql());
        for (var setting : statement.settings()) {
            call(setting.setter(), prepared, setting.arguments());
        }
        return prepared;
    }

    private record Replay(Connection connection, List<PreparedStatement> statements) implements Client {

        @Override
        public void act() throws SQLException {
            for (var statement : statements) {
                if (statement.execute()) {
                    try (var rows = statement.getResultSet()) {
                        while (rows.next()) {}
                    }
                }
            }
            connection.commit();
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Connection listening(Connection connection) {
        return proxy(Connection.class, (_, method, arguments) -> {
            var answer = call(method, connection, arguments);
            return method.getName().equals("prepareStatement")
                    ? listening((PreparedStatement) answer, (String) arguments[0])
                    : answer;
        });
    }

    private PreparedStatement listening(PreparedStatement prepared, String sql) {
        var settings = new ArrayList<Setting>();
        return proxy(PreparedStatement.class, (_, method, arguments) -> {
            var name = method.getName();
            if (name.startsWith("set") && method.getParameterCount() > 1) {
                settings.add(new Setting(method, arguments));
            } else if (name.startsWith("execute")) {
                statements.add(new Statement(sql, List.copyOf(settings)));
            }
            return call(method, prepared, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Method method, Object target, Object[] arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
