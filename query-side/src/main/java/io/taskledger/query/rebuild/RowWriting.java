package io.taskledger.query.rebuild;

import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import io.taskledger.query.projection.RowForm;
import io.taskledger.query.projection.Versions.Version;

/** Writes rows of a fold into a version that nobody reads yet. */
final class RowWriting<E> {

    private final RowForm<E> form;
    private final DataSource lasting;
    private final String table;

    RowWriting(RowForm<E> form, DataSource lasting, Version version) {
        this.form = form;
        this.lasting = lasting;
        this.table = version.schema() + "." + form.table();
    }

    void write(List<E> rows) {
        try (var connection = lasting.getConnection()) {
            new RowCopy<>(form).write(connection, table, rows);
        } catch (SQLException e) {
            throw new RebuildFailed("The rows could not be written: " + e.getMessage(), e);
        }
    }
}
