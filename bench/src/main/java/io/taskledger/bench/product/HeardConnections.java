package io.taskledger.bench.product;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The product's connections, of which somebody may listen to those that their own thread asks for. */
final class HeardConnections implements BeanPostProcessor {

    private volatile @Nullable Listening listening;

    /** What a node does by itself meanwhile, the dates of its sessions say, is on other threads. */
    private record Listening(Thread thread, UnaryOperator<Connection> next) {
        boolean isHere() {
            return thread.equals(Thread.currentThread());
        }
    }

    /** @param next of this thread; null for nobody */
    void listen(@Nullable UnaryOperator<Connection> next) {
        listening = next == null ? null : new Listening(Thread.currentThread(), next);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return name.equals("dataSource") ? new Heard((DataSource) bean) : bean;
    }

    private final class Heard extends DelegatingDataSource {

        Heard(DataSource connections) {
            super(connections);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            var heard = listening;
            return heard == null || !heard.isHere() ? connection : heard.next().apply(connection);
        }
    }
}
