package io.taskledger.app.nodes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.taskledger.app.product.Rest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** The connections by which nodes wake each other are lost, and come back. */
@OnTwoNodes
class WakeUpIT {

    private static final Logger log = LoggerFactory.getLogger(WakeUpIT.class);

    private static final String WAKERS =
            "from pg_stat_activity where application_name = 'taskledger wake-up' and datname = current_database()";

    private static final int WRITES = 40;

    /** Who is not woken looks once a second, so half of the writes would take longer. */
    private static final Duration WOKEN = Duration.ofMillis(500);

    private static SharedDatabase database;

    @BeforeAll
    static void enter(TwoNodes nodes) {
        database = nodes.database();
    }

    @Test
    void nodes_wake_each_other_again_after_their_connections_were_cut(TwoNodes nodes) {
        var a = nodes.a();
        var b = nodes.b();
        a.rest().register("ray", "up with the lark");
        var ray = a.rest().signIn("ray", "up with the lark");
        var aFeeds = SharedDatabase.await(
                        () -> List.of(database.feeds(a, "tasks_v1"), database.feeds(b, "tasks_v1")),
                        feeding -> feeding.contains(true))
                .getFirst();
        var feeding = ray.at(aFeeds ? a : b);
        var other = ray.at(aFeeds ? b : a);
        visible(other, feeding);
        var before = visible(other, feeding);

        for (var round = 0; round < 3; round++) {
            var cut = wakers();
            assertThat(cut).hasSize(4);
            database.sql()
                    .sql("select pg_terminate_backend(pid) " + WAKERS)
                    .query(Boolean.class)
                    .list();
            // Nothing that is written meanwhile is lost; who sends finds out when there is something to send.
            for (var writing : List.of(feeding, other)) {
                var written = writing.post("/tasks", Map.of("title", "unheard")).expecting(201);
                var path = "/tasks/" + written.json().get("id").asString();
                feeding.get(path, written.position()).expecting(200);
                other.get(path, written.position()).expecting(200);
            }
            SharedDatabase.await(
                    this::wakers, now -> now.size() == 4 && now.stream().noneMatch(cut::contains));
        }

        var after = visible(other, feeding);
        log.info("From one node's commit to the other's rows: p75 {} before, {} after the cuts", before, after);
        assertThat(after).isLessThan(WOKEN);
    }

    private List<Integer> wakers() {
        return database.sql().sql("select pid " + WAKERS).query(Integer.class).list();
    }

    /** What three quarters of the writes at the one node took to be rows that the other has made, the answer included. */
    private static Duration visible(Rest writing, Rest feeding) {
        var took = new ArrayList<Duration>();
        for (var i = 0; i < WRITES; i++) {
            var began = System.nanoTime();
            var written =
                    writing.post("/tasks", Map.of("title", "wake up " + i)).expecting(201);
            feeding.get("/tasks/" + written.json().get("id").asString(), written.position())
                    .expecting(200);
            took.add(Duration.ofNanos(System.nanoTime() - began));
        }
        took.sort(null);
        return took.get(WRITES * 3 / 4);
    }
}
