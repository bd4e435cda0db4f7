package io.taskledger.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import io.taskledger.query.projection.FailureText;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.RowForm;
import io.taskledger.query.projection.Versions.Version;

/**
 * Writes the rows of a fold into a version that nobody reads yet. A row that PostgreSQL refuses, for a character that it
 * does not keep or for a constraint, sets its stream aside from the event that made it so, as the live tail does.
 */
final class RowWriting {

    /** More than that are no poison but a table that does not fit its handlers. */
    private static final int MOST_REFUSED = 100;

    private final ReadModel model;
    private final DataSource lasting;
    private final Version version;

    RowWriting(ReadModel model, DataSource lasting, Version version) {
        this.model = model;
        this.lasting = lasting;
        this.version = version;
    }

    /** What PostgreSQL did: how many rows it took, or why it took none. */
    private sealed interface Answer {
        record Taken(long rows) implements Answer {}

        record Refused(RowForm<?> form, SQLException why) implements Answer {}
    }

    /** Some rows on their way into their tables. */
    @FunctionalInterface
    private interface Copying {
        Answer into(Connection connection);
    }

    /**
     * Writes them all, but for those of streams that are set aside.
     *
     * @return how many rows
     * @throws RebuildFailed where too many rows are refused; it names the last one
     */
    long write(Folding folding, long upTo) {
        for (int refused = 0; true; refused++) {
            switch (answer(true, connection -> all(folding, connection))) {
                case Answer.Taken(var rows) -> {
                    return rows;
                }
                case Answer.Refused(var form, var why) -> setAside(folding, form, why, upTo, refused < MOST_REFUSED);
            }
        }
    }

    private <E> void setAside(Folding folding, RowForm<E> form, SQLException why, long upTo, boolean bearable) {
        var row = culprit(form, List.copyOf(folding.tables().rows(form).all()), why);
        var stream = form.streamOf(row);
        if (!bearable || !folding.setAside(stream, upTo, this::refusal)) {
            throw new RebuildFailed(
                    "The row %s of %s, made by the stream %s, could not be written: %s"
                            .formatted(form.keyOf(row), form.table(), stream, FailureText.of(why)),
                    why);
        }
    }

    private Optional<SQLException> refusal(Folding folding) {
        return answer(false, connection -> all(folding, connection)) instanceof Answer.Refused refused
                ? Optional.of(refused.why())
                : Optional.empty();
    }

    /** One of the rows that are refused, found by halving. */
    private <E> E culprit(RowForm<E> form, List<E> rows, SQLException why) {
        var suspects = rows;
        while (suspects.size() > 1) {
            var half = suspects.subList(0, suspects.size() / 2);
            suspects = isRefused(form, half) ? half : suspects.subList(half.size(), suspects.size());
        }
        return suspects.stream()
                .filter(row -> isRefused(form, List.of(row)))
                .findFirst()
                .orElseThrow(() -> failed(why));
    }

    private <E> boolean isRefused(RowForm<E> form, List<E> rows) {
        return answer(false, connection -> {
                    try {
                        new RowCopy<>(form).write(connection, table(form), rows);
                        return new Answer.Taken(rows.size());
                    } catch (SQLException e) {
                        return new Answer.Refused(form, e);
                    }
                })
                instanceof Answer.Refused;
    }

    private Answer all(Folding folding, Connection connection) {
        var rows = 0L;
        for (var form : model.tables()) {
            try {
                rows += RowCopy.write(form, folding, connection, table(form));
            } catch (SQLException e) {
                return new Answer.Refused(form, e);
            }
        }
        return new Answer.Taken(rows);
    }

    private Answer answer(boolean keep, Copying copying) {
        try (var connection = lasting.getConnection()) {
            connection.setAutoCommit(false);
            var answer = copying.into(connection);
            if (keep && answer instanceof Answer.Taken) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return answer;
        } catch (SQLException away) {
            throw failed(away);
        }
    }

    private static RebuildFailed failed(SQLException why) {
        return new RebuildFailed("The rows could not be written: " + FailureText.of(why), why);
    }

    private String table(RowForm<?> form) {
        return version.schema() + "." + form.table();
    }
}
