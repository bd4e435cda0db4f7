package io.taskledger.security.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import io.taskledger.ledger.Timestamps;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.Via;
import org.jspecify.annotations.Nullable;

/**
 * A living session, as its own person is shown it.
 *
 * @param via through what it was begun
 * @param lastUsedAt to some minutes
 * @param until when it ends by itself
 * @param device a few words, such as {@code Firefox on Linux}; null where nothing was said
 * @param network that it was begun from, such as {@code 203.0.113.0/24}; null where that is not known
 * @param current whether it is the one that asks
 */
public record SessionDetails(
        SessionId sessionId,
        Via via,
        Instant createdAt,
        Instant lastUsedAt,
        Instant until,
        @Nullable String device,
        @Nullable String network,
        boolean current) {

    static SessionDetails of(ResultSet row, SessionId current) throws SQLException {
        var id = new SessionId(row.getString("id"));
        return new SessionDetails(
                id,
                Via.ofStored(row.getString("via")),
                Timestamps.instant(row, "created_at"),
                Timestamps.instant(row, "last_used_at"),
                Timestamps.instant(row, "expires_at"),
                row.getString("device"),
                row.getString("network"),
                id.equals(current));
    }
}
