package io.taskledger.query.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import io.taskledger.ledger.Timestamps;

/**
 * An entry with what the ledger adds to it.
 *
 * @param recordedAt by the ledger's clock
 */
record RecordedEntry(ToldEntry entry, Instant recordedAt) {

    static RecordedEntry of(ResultSet row, int index) throws SQLException {
        var entry = new ToldEntry(
                row.getString("id"),
                row.getLong("position"),
                row.getString("actor"),
                row.getString("imported_actor"),
                row.getString("via"),
                row.getString("action"),
                row.getString("resource_type"),
                row.getString("resource_id"),
                row.getString("task_id"),
                row.getString("details"),
                Timestamps.instant(row, "happened_at"),
                row.getString("subject"),
                row.getString("title_subject"),
                row.getString("action_id"));
        return new RecordedEntry(entry, Timestamps.instant(row, "recorded_at"));
    }
}
