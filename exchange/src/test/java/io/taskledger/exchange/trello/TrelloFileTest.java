package io.taskledger.exchange.trello;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import io.taskledger.exchange.trello.NotATrelloBoard.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.taskledger.exchange.trello.Boards.garden;
import static io.taskledger.exchange.trello.Boards.read;
import static io.taskledger.exchange.trello.Boards.refusalOf;
import static io.taskledger.exchange.trello.Boards.withCard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TrelloFileTest {

    @Test
    void a_board_is_read_with_its_lists_and_cards() throws Exception {
        TrelloBoard board = read(garden());

        assertThat(board.id()).isEqualTo("b0a4d0000000000000000001");
        assertThat(board.name()).isEqualTo("Schrebergarten „Morgenröte“");
        assertThat(board.lists()).hasSize(4).contains(new TrelloList("1157000000000000000000b3", "2030", true, 300.0));
        assertThat(board.cards())
                .hasSize(8)
                .contains(new TrelloCard(
                        "ca4d00000000000000000002",
                        "حجز شتلات الطماطم 🍅",
                        "",
                        Instant.parse("2031-03-30T22:30:00Z"),
                        false,
                        false,
                        "1157000000000000000000b2",
                        List.of(
                                new TrelloLabel("1abe1", "green"),
                                new TrelloLabel("1abe2", "urgent"),
                                new TrelloLabel("1abe3", "urgent")),
                        20.0));
    }

    @Test
    void the_form_of_2012_without_places_labels_and_due_dates_is_read() throws Exception {
        TrelloBoard board = read("""
                {"id": "b1", "name": "Old", "actions": [], "members": [],
                 "cards": [{"id": "c1", "name": "Card", "desc": "", "closed": true, "idList": "l1"}],
                 "lists": [{"id": "l1", "name": "List", "closed": false, "idBoard": "b1"}]}""");

        assertThat(board.lists()).containsExactly(new TrelloList("l1", "List", false, null));
        assertThat(board.cards())
                .containsExactly(new TrelloCard("c1", "Card", "", null, true, false, "l1", List.of(), null));
    }

    @Test
    void nulls_and_values_of_another_kind_count_as_absent() throws Exception {
        TrelloBoard board = read("""
                {"id": "b1", "name": null, "desc": null, "checklists": null, "members": 3, "actions": {"type": []},
                 "lists": [],
                 "cards": [{"id": "c1", "name": ["x"], "desc": {"id": "y"}, "due": null, "closed": null,
                            "dueComplete": "perhaps", "idList": null, "labels": "red", "pos": "bottom"}]}""");

        assertThat(board.name()).isEmpty();
        assertThat(board.dropped().lines()).isEmpty();
        assertThat(board.cards())
                .containsExactly(new TrelloCard("c1", "", "", null, false, false, null, List.of(), null));
    }

    @Test
    void a_byte_order_mark_and_utf_16_are_understood() throws Exception {
        String json = withCard("\"name\": \"Ölwechsel\"");

        for (byte[] bytes :
                List.of(("\uFEFF" + json).getBytes(StandardCharsets.UTF_8), json.getBytes(StandardCharsets.UTF_16))) {
            assertThat(read(bytes).cards()).extracting(TrelloCard::name).containsExactly("Ölwechsel");
        }
    }

    @Test
    void a_file_cut_off_anywhere_is_told_as_cut_off() {
        byte[] whole = withCard("\"name\": \"Öl 🍅 \\u00e4\", \"pos\": -1.5e3, \"closed\": true, \"due\": null")
                .getBytes(StandardCharsets.UTF_8);

        for (int length = 1; length < whole.length; length++) {
            NotATrelloBoard refusal = refusalOf(Arrays.copyOf(whole, length));
            assertThat(refusal.reason()).as("the first %d bytes", length).isEqualTo(Reason.TRUNCATED);
            assertThat(refusal).hasMessageContaining("ends in the middle");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                           | EMPTY    | file is empty",
                "`   `                                        | EMPTY    | file is empty",
                "title;due                                    | NOT_JSON | line 1, column",
                "%PDF-1.7                                     | NOT_JSON | not a JSON file",
                "{'id': 'b1'}                                 | NOT_JSON | Export as JSON",
                "{\"id\": \"b1\", \"lists\": [], \"cards\": [,]} | NOT_JSON | line 1, column",
                "[{\"id\": \"b1\"}]                           | NO_BOARD | a list of values",
                "\"board\"                                    | NO_BOARD | a single value",
                "{}                                           | NO_BOARD | no id and no lists and no cards",
                "{\"id\": \"c1\", \"name\": \"A card\", \"idList\": \"l1\"} | NO_BOARD | no lists and no cards",
                "{\"id\": \"b1\", \"lists\": [], \"cards\": {}} | NO_BOARD | it has no cards",
                "{\"id\": \"b1\", \"lists\": null, \"cards\": []} | NO_BOARD | it has no lists",
                "{\"id\": null, \"lists\": [], \"cards\": []} | NO_BOARD | it has no id",
                "{\"id\": \"b1\", \"lists\": [], \"cards\": [{\"id\": \"c1\"}, 7]} | NO_BOARD | card 2",
                "{\"id\": \"b1\", \"lists\": [], \"cards\": [{\"id\": \"c\\u0000\"}]} | NO_BOARD | card 1",
                "{\"id\": \"b1\", \"lists\": [{\"name\": \"x\"}], \"cards\": []} | NO_BOARD | list 1",
                "{\"id\": \"b1\", \"lists\": [], \"cards\": []} {} | NO_BOARD | something follows",
            })
    void what_is_no_board_is_refused_with_a_sentence(String file, Reason reason, String words) {
        NotATrelloBoard refusal = refusalOf(file == null ? "" : file);

        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.getMessage()).contains(words).endsWith(".").doesNotContain("Exception", "jackson");
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
        byte[] latin1 = withCard("\"name\": \"Öl\"").getBytes(StandardCharsets.ISO_8859_1);
        byte[] unusualOrder = {0, 0, (byte) 0xff, (byte) 0xfe, 0, 0};

        for (byte[] bytes : List.of(picture, latin1, unusualOrder)) {
            assertThat(refusalOf(bytes).reason()).isEqualTo(Reason.NOT_JSON);
        }
    }

    @Test
    void values_nested_too_deeply_are_refused_even_where_nobody_asks_for_them() {
        NotATrelloBoard arrays = refusalOf("{\"future\": " + "[".repeat(1_000_000));
        NotATrelloBoard objects = refusalOf(withCard("\"future\": " + "{\"x\":".repeat(101) + "1" + "}".repeat(101)));

        assertThat(List.of(arrays.reason(), objects.reason())).containsOnly(Reason.TOO_DEEPLY_NESTED);
    }

    @Test
    void a_number_of_a_million_digits_is_refused() {
        assertThat(refusalOf(withCard("\"pos\": " + "9".repeat(1_000_000))).reason())
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(refusalOf(withCard("\"desc\": \"" + "d".repeat(2 * TrelloFile.LONGEST_TEXT) + "\""))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void a_file_that_never_ends_is_refused_at_the_limit() {
        CountedSpaces endless = new CountedSpaces();
        InputStream file = new SequenceInputStream(
                new ByteArrayInputStream("{\"id\": \"b1\",".getBytes(StandardCharsets.UTF_8)), endless);

        NotATrelloBoard refusal = refusalOf(file);

        assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal).hasMessageContaining("at most 64 MB");
        assertThat(endless.read).isLessThan(TrelloFile.MOST_BYTES + 100_000);
    }

    @Test
    void more_cards_than_memory_should_hold_are_refused() {
        String cards = "{\"id\":\"c\"},".repeat(JsonCursor.MOST_KEPT) + "{\"id\":\"c\"}";

        NotATrelloBoard refusal = refusalOf("{\"id\": \"b1\", \"lists\": [], \"cards\": [" + cards + "]}");

        assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal).hasMessageContaining("500000 lists, cards and labels");
    }

    @Test
    void a_stream_that_fails_is_not_taken_for_a_bad_file() {
        IOException lost = new IOException("the connection is lost");
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw lost;
            }
        };

        assertThatThrownBy(() -> TrelloFile.read(failing)).isSameAs(lost);
    }

    private static final class CountedSpaces extends InputStream {
        private long read;

        @Override
        public int read() {
            read++;
            return ' ';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            Arrays.fill(buffer, offset, offset + length, (byte) ' ');
            read += length;
            return length;
        }
    }
}
