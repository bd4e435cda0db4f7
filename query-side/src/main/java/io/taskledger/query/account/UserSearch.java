package io.taskledger.query.account;

import java.util.List;

import io.taskledger.messages.UserId;
import io.taskledger.messages.account.FoundUser;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds people by what their names hold. A plain substring: no character has a meaning of its own. */
@Component
class UserSearch {

    private final JdbcClient jdbc;
    private final LiveVersions live;

    UserSearch(JdbcClient jdbc, LiveVersions live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    /** @param actor is left out */
    List<FoundUser> find(String text, int limit, UserId actor) {
        return jdbc.sql("""
                        select id, username
                        from %s.account
                        where id <> :actor
                          and position(lower(cast(:text as text)) in lower(username)) > 0
                        order by position(lower(cast(:text as text)) in lower(username)), lower(username), id
                        limit :limit""".formatted(live.of(Projection.ACCOUNTS).schema()))
                .param("actor", actor.text())
                .param("text", text)
                .param("limit", limit)
                .query((row, _) -> new FoundUser(new UserId(row.getString("id")), row.getString("username")))
                .list();
    }
}
