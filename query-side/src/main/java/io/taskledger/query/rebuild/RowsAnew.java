package io.taskledger.query.rebuild;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;

import io.taskledger.messages.projection.RowsOf;
import io.taskledger.query.projection.FailureText;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.RowForm;
import io.taskledger.query.projection.Tokens;
import io.taskledger.query.projection.Versions.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Makes some streams' rows of the live version anew, a hundred at a time, while its feed waits for milliseconds. */
public final class RowsAnew {

    private static final int CHUNK = 100;

    private final Workshop workshop;
    private final ReadModel model;

    public RowsAnew(Workshop workshop, ReadModel model) {
        this.workshop = workshop;
        this.model = model;
    }

    /** @return how many streams were folded; 0 where the projection has none of it */
    public long make(RowsOf part, Version live) {
        var streams = streams(part, live);
        for (int from = 0; from < streams.size(); from += CHUNK) {
            replace(live, streams.subList(from, Math.min(from + CHUNK, streams.size())));
        }
        return streams.size();
    }

    /** Those that have, or should have, such rows; one too many does no harm. */
    private List<String> streams(RowsOf part, Version live) {
        var streams = new TreeSet<String>();
        switch (part) {
            case RowsOf.Stream(var id) -> streams.addAll(query("stream_id = :text and sequence_number = 0", id, id));
            case RowsOf.Owner(var owner) -> {
                for (var form : model.tables()) {
                    form.owner().ifPresent(column -> streams.addAll(rowsOf(live, form, column, owner.text())));
                }
                streams.addAll(query("position(:bytes in payload) > 0", owner.text(), owner.text()));
            }
        }
        return List.copyOf(streams);
    }

    private List<String> rowsOf(Version live, RowForm<?> form, String column, String owner) {
        return JdbcClient.create(workshop.lasting())
                .sql("select distinct %s from %s.%s where %s = :owner"
                        .formatted(form.stream(), live.schema(), form.table(), column))
                .param("owner", owner)
                .query((row, index) -> row.getString(1))
                .list();
    }

    private List<String> query(String condition, String text, String bytes) {
        return JdbcClient.create(workshop.lasting())
                .sql("select distinct stream_id from ledger.event where stream_type = any(:types) and " + condition)
                .param("types", model.streamTypes().toArray(String[]::new))
                .param("text", text)
                .param("bytes", bytes.getBytes(StandardCharsets.UTF_8))
                .query((row, index) -> row.getString(1))
                .list();
    }

    private void replace(Version live, List<String> streams) {
        try (var connection = workshop.lasting().getConnection()) {
            connection.setAutoCommit(false);
            try {
                replace(connection, live, streams);
                connection.commit();
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new RebuildFailed("The rows could not be written: " + FailureText.of(e), e);
        }
    }

    private void replace(Connection connection, Version live, List<String> streams) throws SQLException {
        var transaction = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        var position = new Tokens(transaction).holdAt(live);
        var ledger = workshop.ledger();
        var folding = new Folding(
                model,
                ledger,
                workshop.skipped().of(model.name()),
                workshop.letters().waiting(live));
        ledger.streams(streams, position).forEach(folding::on);
        for (var form : model.tables()) {
            var table = live.schema() + "." + form.table();
            transaction
                    .sql("delete from %s where %s = any(:streams)".formatted(table, form.stream()))
                    .param("streams", streams.toArray(String[]::new))
                    .update();
            RowCopy.write(form, folding, connection, table);
        }
    }
}
