package io.taskledger.query.account;

import java.time.ZoneId;
import java.util.Optional;

import io.taskledger.messages.UserId;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By whose calendar and clock an answer is told. */
@Component
public class UserZones {

    private final JdbcClient jdbc;
    private final LiveVersions live;

    UserZones(JdbcClient jdbc, LiveVersions live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    /** As their profile says; empty where it says nothing. */
    public Optional<ZoneId> of(UserId person) {
        return jdbc.sql("select zone from %s.account where id = :id and zone is not null"
                        .formatted(live.of(Projection.ACCOUNTS).schema()))
                .param("id", person.text())
                .query(String.class)
                .optional()
                .map(ZoneId::of);
    }
}
