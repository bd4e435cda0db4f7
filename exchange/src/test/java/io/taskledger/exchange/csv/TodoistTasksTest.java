package io.taskledger.exchange.csv;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

import io.taskledger.exchange.Dropped.Kind;
import io.taskledger.exchange.ImportedList;
import io.taskledger.exchange.ImportedTask;
import io.taskledger.exchange.ImportedTasks;
import io.taskledger.messages.task.Priority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TodoistTasksTest {

    private static final String TEMPLATE = """
            TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE
            meta,view_style=list,,,,,,,,
            note,Of the project itself,,,,Ruth (17),,,,
            task,Buy grease bands @buy @tools,For the trunks,4,1,Ruth (17),,2026-03-01,en,Europe/Berlin
            note,"Two sizes, mind [[file {""file_name"":""sizes.pdf""}]]",,,,Ruth (17),,,,
            note,And glue,,,,Ruth (17),,,,
            ,,,,,,,,,
            section,Autumn,,,,,,,,
            task,Press the cider,,1,1,Ruth (17),Jonas (18),every saturday,en,Europe/Berlin
            task,Wash the bottles,,2,2,Ruth (17),,2026-10-03 08:15,en,Europe/Berlin
            task,mail a@example.org @,,3,1,Ruth (17),,,,
            """;

    @Test
    void tasks_sections_labels_and_notes_come_along() throws Exception {
        var orchard = imported(TEMPLATE);

        assertThat(orchard.workspaceName()).isEqualTo("Orchard");
        assertThat(orchard.lists()).extracting(ImportedList::name).containsExactly("Tasks", "Autumn");
        assertThat(orchard.tasks())
                .extracting(ImportedTask::title)
                .containsExactly("Buy grease bands", "Press the cider", "Wash the bottles", "mail a@example.org @");
        assertThat(orchard.tasks().getFirst())
                .isEqualTo(new ImportedTask(
                        "row 4",
                        null,
                        "Buy grease bands",
                        "For the trunks",
                        LocalDate.of(2026, 3, 1),
                        null,
                        List.of("buy", "tools"),
                        false,
                        Priority.LOW,
                        List.of("Two sizes, mind", "And glue")));
        assertThat(orchard.tasks())
                .extracting(ImportedTask::priority)
                .containsExactly(Priority.LOW, Priority.HIGH, Priority.MEDIUM, Priority.MEDIUM);
        assertThat(orchard.tasks().get(2).dueTime()).isEqualTo(LocalTime.of(8, 15));
        assertThat(orchard.tasks().subList(1, 4))
                .extracting(ImportedTask::listId)
                .containsOnly("list Autumn");
    }

    @Test
    void what_cannot_be_kept_is_counted() throws Exception {
        assertThat(imported(TEMPLATE).dropped().counts())
                .containsEntry(Kind.COMMENTS, 1)
                .containsEntry(Kind.ATTACHMENTS, 1)
                .containsEntry(Kind.UNREADABLE_DUE_DATES, 1)
                .containsEntry(Kind.ASSIGNMENTS, 1)
                .containsEntry(Kind.INDENTATIONS, 1)
                .hasSize(5);
    }

    @Test
    void a_task_of_nothing_but_labels_keeps_them_as_its_title() throws Exception {
        assertThat(imported("TYPE,CONTENT\ntask,@buy @now\n").tasks().getFirst())
                .returns("@buy @now", ImportedTask::title)
                .returns(List.of("buy", "now"), ImportedTask::tags);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'title,list\\nA,B'                | This is no template of Todoist
            'TYPE,CONTENT\\ntask,'            | Line 2 is a task without content.
            'TYPE,CONTENT\\nproject,Home'     | Line 2 is of a type that no template of Todoist has.
            'TYPE,CONTENT,PRIORITY\\ntask,A,9' | Line 2 has a priority other than 1 to 4.
            """)
    void what_is_no_template_is_refused_with_its_lines(String table, String words) {
        assertThatThrownBy(() -> imported(table.replace("\\n", "\n")))
                .isInstanceOf(BadTable.class)
                .hasMessageContaining(words);
    }

    private static ImportedTasks imported(String template) throws Exception {
        return TodoistTasks.read(new ByteArrayInputStream(template.getBytes(UTF_8)), "Orchard.csv", ZoneOffset.UTC);
    }
}
