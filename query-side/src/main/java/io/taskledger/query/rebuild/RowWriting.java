package io.taskledger.query.rebuild;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import io.taskledger.query.projection.RowForm;
import io.taskledger.query.projection.Versions.Version;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of a fold into a version that nobody reads yet. A row that PostgreSQL refuses, for a character that it
 * does not keep or for a constraint, sets its stream aside from the event that made it so, as the live tail does.
 */
final class RowWriting<E> {

    /** More than that are no poison but a table that does not fit its handlers. */
    private static final int MOST_REFUSED = 100;

    private final RowForm<E> form;
    private final DataSource lasting;
    private final String table;

    RowWriting(RowForm<E> form, DataSource lasting, Version version) {
        this.form = form;
        this.lasting = lasting;
        this.table = version.schema() + "." + form.table();
    }

    /** @throws RebuildFailed where too many rows are refused; it names the last one */
    void write(Folding<E> folding, long upTo) {
        var refusal = refusal(folding.rows().sorted(form.locality()), true);
        for (int refused = 1; refusal.isPresent(); refused++) {
            var row = culprit(folding.rows().sorted(form.locality()), refusal.get());
            if (refused > MOST_REFUSED) {
                throw failed(row, refusal.get());
            }
            var set = folding.setAside(form.text(form.stream(), row), upTo, rows -> refusal(rows, false));
            if (!set) {
                throw failed(row, refusal.get());
            }
            refusal = refusal(folding.rows().sorted(form.locality()), true);
        }
    }

    private RebuildFailed failed(E row, SQLException why) {
        return new RebuildFailed(
                "The row %s of %s, made by the stream %s, could not be written: %s"
                        .formatted(form.keyOf(row), form.table(), form.text(form.stream(), row), why.getMessage()),
                why);
    }

    /** One of the rows that are refused, found by halving. */
    private E culprit(List<E> rows, SQLException why) {
        var suspects = rows;
        while (suspects.size() > 1) {
            var half = suspects.subList(0, suspects.size() / 2);
            suspects = refusal(half, false).isPresent() ? half : suspects.subList(half.size(), suspects.size());
        }
        return suspects.stream()
                .filter(row -> refusal(List.of(row), false).isPresent())
                .findFirst()
                .orElseThrow(() -> new RebuildFailed("The rows could not be written: " + why.getMessage(), why));
    }

    /** Why the rows cannot be written; empty where they could. All or none are there afterwards. */
    private Optional<SQLException> refusal(Collection<E> rows, boolean keep) {
        @Nullable SQLException refused = null;
        try (var connection = lasting.getConnection()) {
            connection.setAutoCommit(false);
            try {
                new RowCopy<>(form).write(connection, table, rows);
            } catch (SQLException e) {
                refused = e;
            }
            if (keep && refused == null) {
                connection.commit();
            } else {
                connection.rollback();
            }
        } catch (SQLException away) {
            throw new RebuildFailed("The rows could not be written: " + away.getMessage(), away);
        }
        return Optional.ofNullable(refused);
    }
}
