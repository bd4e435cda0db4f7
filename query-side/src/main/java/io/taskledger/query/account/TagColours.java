package io.taskledger.query.account;

import java.util.HashMap;
import java.util.Map;

import io.taskledger.messages.UserId;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which colours a person gave to their tags. */
@Component
public class TagColours {

    private final JdbcClient jdbc;
    private final LiveVersions live;

    TagColours(JdbcClient jdbc, LiveVersions live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    /** @return tag → colour; a tag without one is left out */
    public Map<String, Integer> of(UserId person) {
        var colours = new HashMap<String, Integer>();
        jdbc.sql("select tag, colour from %s.tag_colour where user_id = :person"
                        .formatted(live.of(Projection.ACCOUNTS).schema()))
                .param("person", person.text())
                .query(row -> {
                    colours.put(row.getString("tag"), row.getInt("colour"));
                });
        return colours;
    }
}
