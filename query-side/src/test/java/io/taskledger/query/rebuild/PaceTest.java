package io.taskledger.query.rebuild;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.taskledger.ledger.LedgerRanges.Extent;
import io.taskledger.query.projection.ColumnType;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.RowForm;
import org.junit.jupiter.api.Test;

import static io.taskledger.query.projection.RowForm.column;
import static org.assertj.core.api.Assertions.assertThat;

class PaceTest {

    private static final RowForm<String> ONE_A_STREAM = form("thing", "id");
    private static final RowForm<String> ONE_AN_EVENT = form("entry", "thing_id");

    /** 600 events a stream, of 100 bytes each. */
    private static final Extent LONG_STREAMS = new Extent(600_000, 1_000, 50_000, 60_000_000);

    private final Pace pace = new Pace(2, 2_000, 100_000_000);

    @Test
    void streams_of_one_row_each_are_folded_in_one_pass_however_long_they_are() {
        assertThat(pace.passes(LONG_STREAMS, model(ONE_A_STREAM))).isEqualTo(1);
    }

    @Test
    void where_a_stream_may_make_many_rows_there_are_passes_for_a_row_an_event() {
        // 600,000 rows of 700 bytes, 100 MB at a time.
        assertThat(pace.passes(LONG_STREAMS, model(ONE_A_STREAM, ONE_AN_EVENT))).isEqualTo(5);
    }

    @Test
    void where_some_events_only_make_such_rows_these_are_counted() {
        var things = List.<RowForm<?>>of(ONE_A_STREAM, ONE_AN_EVENT);
        var model = new ReadModel(new Projection("things"), things, List.of("thing"), List.of("said"), made -> made);

        assertThat(new Pace(2, 2_000, 10_000_000).passes(LONG_STREAMS, model)).isEqualTo(4);
    }

    @Test
    void an_empty_ledger_is_one_pass() {
        assertThat(pace.passes(new Extent(0, 0, 0, 0), model(ONE_AN_EVENT))).isEqualTo(1);
    }

    private static ReadModel model(RowForm<?>... tables) {
        return new ReadModel(new Projection("things"), List.of(tables), List.of("thing"), made -> made);
    }

    private static RowForm<String> form(String table, String stream) {
        return new RowForm<>(
                String.class,
                table,
                List.of(column("id", ColumnType.TEXT, row -> row), column("thing_id", ColumnType.TEXT, row -> row)),
                stream,
                Optional.empty(),
                Comparator.naturalOrder());
    }
}
