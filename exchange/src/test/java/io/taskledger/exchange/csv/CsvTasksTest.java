package io.taskledger.exchange.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

import io.taskledger.exchange.Dropped.Kind;
import io.taskledger.exchange.ImportedList;
import io.taskledger.exchange.ImportedTask;
import io.taskledger.exchange.ImportedTasks;
import io.taskledger.messages.task.Priority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class CsvTasksTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final String GARDEN = """
            title,description,priority,due_date,due_time,tags,completed,list
            Sow tomatoes,"In the ""warm"" box,
            two a pot",high,2026-03-01,09:30,"garden,spring",no,Spring
            Prune,,,,,,yes,
            حجز شتلات 🍅,,low,2026-04-02,,,0,Spring
            """;

    @Test
    void each_row_is_a_task_with_all_that_it_says() throws Exception {
        var garden = imported(GARDEN);

        assertThat(garden.workspaceName()).isEqualTo("My garden");
        assertThat(garden.lists()).extracting(ImportedList::name).containsExactly("Tasks", "Spring");
        assertThat(garden.tasks())
                .containsExactly(
                        new ImportedTask(
                                "row 2",
                                "list Spring",
                                "Sow tomatoes",
                                "In the \"warm\" box,\ntwo a pot",
                                LocalDate.of(2026, 3, 1),
                                LocalTime.of(9, 30),
                                List.of("garden", "spring"),
                                false,
                                Priority.HIGH,
                                List.of()),
                        new ImportedTask("row 4", null, "Prune", "", null, null, List.of(), true),
                        new ImportedTask(
                                "row 5",
                                "list Spring",
                                "حجز شتلات 🍅",
                                "",
                                LocalDate.of(2026, 4, 2),
                                null,
                                List.of(),
                                false,
                                Priority.LOW,
                                List.of()));
        assertThat(garden.dropped().counts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void commas_semicolons_and_tabs_part_cells_with_and_without_a_mark_before_all(String delimiter) throws Exception {
        var table = "Name|Due Date|Labels\r\nWater, feed|2026-03-01|\"a;b\"\r\n\r\nRest||\r\n"
                .replace("Water, feed", "\"Water, feed\"")
                .replace("|", delimiter);

        for (var text : List.of(table, "\uFEFF" + table)) {
            assertThat(imported(text).tasks())
                    .extracting(ImportedTask::title, ImportedTask::dueDate, ImportedTask::tags)
                    .containsExactly(
                            tuple("Water, feed", LocalDate.of(2026, 3, 1), List.of("a", "b")),
                            tuple("Rest", null, List.of()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01 17:05,         2026-03-01, 17:05",
        "2026-03-01T17:05:59,      2026-03-01, 17:05",
        "2026-03-01T23:30:00Z,     2026-03-02, 00:30",
        "2026-03-01T23:30:00+0100, ,",
        "2026-03-01T23:30+01:00,   2026-03-01, 23:30"
    })
    void a_due_date_may_have_its_time_with_it(String cell, LocalDate date, LocalTime time) throws Exception {
        var table = "title,due\nA," + cell;
        if (date == null) {
            assertThat(refusal(table)).contains("Line 2 has a due date");
        } else {
            assertThat(imported(table).tasks().getFirst())
                    .returns(date, ImportedTask::dueDate)
                    .returns(time, ImportedTask::dueTime);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                        | The file is empty.
            'name of it,x\\nA,1'                       | names no column "title"
            'title,name\\nA,B'                         | two columns for the title
            'title\\n'                                 |
            'title,done\\nA,perhaps'                   | Line 2 says neither yes nor no to completed.
            'title,priority\\nA,low\\nB,urgent'         | Line 3 has a priority other than low, medium and high.
            'title,due\\nA,tomorrow'                   | Line 2 has a due date that is no date such as 2026-03-01.
            'title,due\\nA,2026-02-30'                 | Line 2 has a due date
            'title,due\\nA,+12026-02-03'               | Line 2 has a due date
            'title,due,time\\nA,2026-02-03,25:00'      | Line 2 has a due time that is no time such as 09:30.
            'title,due,time\\nA,,09:00'                | Line 2 has a due time without a due date.
            'title,list\\n,Spring'                     | Line 2 has no title.
            'title,list\\nA'                           | Line 2 has 1 cells, and the header has 2.
            'title,list\\nA,B,C'                       | Line 2 has 3 cells, and the header has 2.
            'title\\n"A" and more'                     | This is no CSV file
            'title\\n"A'                               | This is no CSV file
            """)
    void a_table_that_is_not_understood_is_refused_with_its_lines(String table, String words) throws Exception {
        if (words == null) {
            assertThat(imported(table.replace("\\n", "\n")).tasks()).isEmpty();
        } else {
            assertThat(refusal(table == null ? "" : table.replace("\\n", "\n"))).contains(words);
        }
    }

    @Test
    void of_many_faults_the_first_are_told() {
        assertThat(refusal("title,done\n" + "A,maybe\n".repeat(9)))
                .startsWith("Line 2 says")
                .contains("Line 6 says")
                .doesNotContain("Line 7")
                .endsWith("And 4 more.");
    }

    @Test
    void what_is_too_long_is_shortened_and_told() throws Exception {
        var tags = "x,".repeat(3) + "y".repeat(60);
        var imported = imported(
                "title,tags,list,colour\n" + "T".repeat(300) + ",\"" + tags + "\"," + "L".repeat(150) + ",red\n");

        assertThat(imported.tasks().getFirst())
                .returns("T".repeat(199) + "…", ImportedTask::title)
                .returns("T".repeat(300), ImportedTask::description)
                .returns(List.of("x", "y".repeat(49) + "…"), ImportedTask::tags);
        assertThat(imported.lists().getFirst().name()).hasSize(100);
        assertThat(imported.dropped().counts())
                .containsOnlyKeys(Kind.TITLES_SHORTENED, Kind.TAGS_SHORTENED, Kind.NAMES_SHORTENED, Kind.COLUMNS);
    }

    @Test
    void characters_that_cannot_be_stored_are_taken_out_and_bytes_that_are_none_refused() throws Exception {
        assertThat(imported("title\nA\u0000B").tasks().getFirst().title()).isEqualTo("AB");
        assertThat(refusal(bytes("title\nJos\u00e9".getBytes(StandardCharsets.ISO_8859_1))))
                .contains("not UTF-8");
        assertThat(refusal(bytes("title\nA".getBytes(StandardCharsets.UTF_16)))).contains("not UTF-8");
        // Half of a surrogate pair, as a careless program writes it (CESU-8).
        assertThat(refusal(bytes(new byte[] {'t', 'i', 't', 'l', 'e', '\n', (byte) 0xED, (byte) 0xA0, (byte) 0xBD})))
                .contains("not UTF-8");
    }

    @Test
    void a_million_columns_and_endless_bytes_are_refused_before_they_are_held() {
        assertThat(refusal("title" + ",".repeat(1_000_000))).contains("more than 100 cells in line 1");
        assertThat(refusal("title,x\nA\n" + ",".repeat(1_000_000))).contains("more than 100 cells in line 3");
        assertThat(refusal("title\n" + "A\n".repeat(100_001))).contains("at most 100,000 rows");
        assertThat(refusal(new Endless())).contains("at most 16 MB");
    }

    @Test
    void a_stream_that_fails_is_no_refusal() {
        var failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("away");
            }
        };
        assertThatThrownBy(() -> CsvTasks.read(failing, "x.csv", BERLIN))
                .isInstanceOf(IOException.class)
                .hasMessage("away");
    }

    @Test
    void the_same_bytes_are_the_same_import_and_others_another() throws Exception {
        assertThat(imported(GARDEN).sourceId())
                .isEqualTo(imported(GARDEN).sourceId())
                .isNotEqualTo(imported(GARDEN + "One more,,,,,,,\n").sourceId());
    }

    @Test
    void a_name_that_says_nothing_is_replaced() throws Exception {
        assertThat(CsvTasks.read(bytes("title\nA".getBytes(UTF_8)), ".csv", BERLIN)
                        .workspaceName())
                .isEqualTo("Imported tasks");
    }

    private static ImportedTasks imported(String table) throws Exception {
        return CsvTasks.read(bytes(table.getBytes(UTF_8)), "My garden.csv", BERLIN);
    }

    private static InputStream bytes(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static String refusal(String table) {
        return refusal(bytes(table.getBytes(UTF_8)));
    }

    private static String refusal(InputStream table) {
        try {
            throw new AssertionError(
                    "taken: " + CsvTasks.read(table, "x.csv", BERLIN).tasks().size() + " tasks");
        } catch (BadTable refused) {
            return refused.sentence();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 'A';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            Arrays.fill(buffer, offset, offset + length, (byte) 'A');
            return length;
        }
    }
}
