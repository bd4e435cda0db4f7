package io.taskledger.query.rebuild;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;

import io.taskledger.query.projection.RowForm;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes many rows into a table at once, by {@code COPY}. */
final class RowCopy<E> {

    private static final int CHUNK_BYTES = 1 << 16;

    private final RowForm<E> form;

    RowCopy(RowForm<E> form) {
        this.form = form;
    }

    /** All that a fold has made of a table's rows, the way readers like them to lie. */
    static <E> long write(RowForm<E> form, Folding folding, Connection connection, String table) throws SQLException {
        var rows = new ArrayList<>(folding.tables().rows(form).all());
        rows.sort(form.locality());
        new RowCopy<>(form).write(connection, table, rows);
        return rows.size();
    }

    /** @param table with its schema, where it has one */
    void write(Connection connection, String table, Collection<E> rows) throws SQLException {
        var sql = "copy %s (%s) from stdin (format binary)".formatted(table, form.columnNames());
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            send(copy, rows);
            copy.endCopy();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void send(CopyIn copy, Collection<E> rows) throws IOException, SQLException {
        var binary = new CopyBinary();
        binary.begin();
        for (var row : rows) {
            binary.row(form.columns().size());
            for (var column : form.columns()) {
                binary.value(column.type(), column.value().apply(row));
            }
            if (binary.size() >= CHUNK_BYTES) {
                send(copy, binary.take());
            }
        }
        binary.end();
        send(copy, binary.take());
    }

    private static void send(CopyIn copy, byte[] bytes) throws SQLException {
        copy.writeToCopy(bytes, 0, bytes.length);
    }
}
