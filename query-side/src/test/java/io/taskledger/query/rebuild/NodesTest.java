package io.taskledger.query.rebuild;

import java.util.Random;

import io.taskledger.messages.projection.Afterwards;
import io.taskledger.messages.projection.RebuildReport.State;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Several nodes on one database, one of which goes down in the middle. */
class NodesTest {

    @Test
    void of_two_nodes_one_rebuilds_and_both_read_the_new_version() {
        try (var site = Site.fresh()) {
            var histories = new Histories(7);
            histories.play(site, 200);
            var other = site.another();
            try {
                for (int rebuild = 2; rebuild < 12; rebuild++) {
                    var report = site.rebuild(Afterwards.SWAP);
                    assertThat(report.state()).as(report.toString()).isEqualTo(State.SWAPPED);
                    assertThat(report.attempt()).isEqualTo(1);
                    assertThat(other.status().liveVersion()).isEqualTo(rebuild);
                }
                histories.play(other, 20);
                other.settle();
                assertThat(other.rebuild(Afterwards.DROP).differenceCount()).isZero();
            } finally {
                other.stopNode();
            }
        }
    }

    @Test
    void a_rebuild_whose_node_goes_down_is_begun_anew_by_another_and_comes_out_the_same() {
        var chance = new Random(11);
        try (var site = Site.fresh()) {
            var histories = new Histories(9);
            histories.play(site, 300);
            site.settle();
            var rows = site.rows();
            for (int round = 0; round < 5; round++) {
                var other = site.another();
                var id = other.ask(Afterwards.SWAP);
                var moment = State.values()[chance.nextInt(State.HELD.ordinal())];
                Site.await(() -> site.report(id).state(), state -> state.compareTo(moment) >= 0);
                other.stopNode();
                var report = site.awaitEnd(id);

                assertThat(report.state()).as(report.toString()).isEqualTo(State.SWAPPED);
                assertThat(report.clean()).isTrue();
                assertThat(site.rows()).isEqualTo(rows);
            }
            Site.await(
                    () -> site.sql()
                            .sql("select count(*) from pg_namespace where nspname ~ '^tasks_v'")
                            .query(Long.class)
                            .single(),
                    count -> count == 2);
        }
    }
}
