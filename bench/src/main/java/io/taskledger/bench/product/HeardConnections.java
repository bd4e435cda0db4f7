package io.taskledger.bench.product;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The product's connections, which somebody may listen to for a while. */
final class HeardConnections implements BeanPostProcessor {

    private volatile @Nullable UnaryOperator<Connection> listener;

    /** @param next null for nobody */
    void listen(@Nullable UnaryOperator<Connection> next) {
        listener = next;
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
            var heard = listener;
            return heard == null ? connection : heard.apply(connection);
        }
    }
}
