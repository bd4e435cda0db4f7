package io.taskledger.exchange.csv;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.taskledger.exchange.Dropped.Kind;
import io.taskledger.exchange.ImportedTask;
import io.taskledger.exchange.ImportedTasks;
import io.taskledger.exchange.csv.CellReader.Due;
import io.taskledger.exchange.csv.Table.Row;
import io.taskledger.messages.Trimmed;
import io.taskledger.messages.task.Priority;
import org.jspecify.annotations.Nullable;

/** A project as Todoist exports it as a template. The rules are told in {@code docs/model/exchange.md}. */
public final class TodoistTasks {

    /** A word that begins with the sign: what Todoist takes for a label. */
    private static final Pattern LABEL = Pattern.compile("(?<!\\S)@(\\S+)");

    /** How a note names its file: JSON between two pairs of brackets. */
    private static final Pattern FILE = Pattern.compile("\\[\\[file \\{[^\\n]*\\}\\]\\]");

    private final TableTasks tasks = new TableTasks();
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final CellReader cells;
    private @Nullable String section;
    private @Nullable ImportedTask task;
    private List<String> notes = new ArrayList<>();

    private TodoistTasks(ZoneId zone) {
        this.cells = new CellReader(zone);
    }

    /**
     * Reads to the end, and leaves the stream open.
     *
     * @param name of the file: what the tasks' workspace is called
     * @param zone in which due dates are told that have an offset
     * @throws BadTable with the lines that cannot be read; never with half a table read
     */
    public static ImportedTasks read(InputStream bytes, String name, ZoneId zone) throws IOException, BadTable {
        return new TodoistTasks(zone).tasksOf(Table.read(bytes), name);
    }

    private ImportedTasks tasksOf(Table table, String name) throws BadTable {
        var header = table.rows().getFirst().cells();
        for (var index = 0; index < header.size(); index++) {
            columns.putIfAbsent(header.get(index).strip().toUpperCase(Locale.ROOT), index);
        }
        if (!columns.containsKey("TYPE") || !columns.containsKey("CONTENT")) {
            throw new BadTable("This is no template of Todoist: its first line names no columns TYPE and CONTENT.");
        }
        table.rows().subList(1, table.rows().size()).forEach(this::read);
        finishTask();
        if (!faults.isEmpty()) {
            throw BadTable.of(faults);
        }
        return tasks.all(table, "todoist", name);
    }

    private void read(Row row) {
        switch (cell(row, "TYPE").toLowerCase(Locale.ROOT)) {
            case "task" -> {
                finishTask();
                begin(row);
            }
            case "section" -> {
                finishTask();
                section = tasks.listOf(tasks.storable(cell(row, "CONTENT")));
            }
            case "note" -> note(tasks.storable(cell(row, "CONTENT")));
            case "", "meta" -> {} // how Todoist shows the project
            default -> fault(row, "is of a type that no template of Todoist has");
        }
    }

    private void begin(Row row) {
        var content = tasks.storable(cell(row, "CONTENT"));
        if (content.isEmpty()) {
            fault(row, "is a task without content");
            return;
        }
        var labels =
                LABEL.matcher(content).results().map(found -> found.group(1)).toList();
        var title = Trimmed.of(LABEL.matcher(content).replaceAll("").replaceAll("\\s{2,}", " "));
        var texts = tasks.texts(title.isEmpty() ? content : title, tasks.storable(cell(row, "DESCRIPTION")));
        var due = due(row);
        if (cell(row, "INDENT").matches("[2-9]")) {
            tasks.drop(Kind.INDENTATIONS);
        }
        if (!cell(row, "RESPONSIBLE").isEmpty()) {
            tasks.drop(Kind.ASSIGNMENTS);
        }
        task = new ImportedTask(
                "row " + row.line(),
                section,
                texts.title(),
                texts.description(),
                due.map(Due::date).orElse(null),
                due.map(Due::time).orElse(null),
                tasks.tags(labels),
                false,
                priority(row),
                List.of());
    }

    /** Todoist's 1 is its highest, and 4 none at all: two in the middle become one here. */
    private Priority priority(Row row) {
        return switch (cell(row, "PRIORITY")) {
            case "1" -> Priority.HIGH;
            case "", "2", "3" -> Priority.MEDIUM;
            case "4" -> Priority.LOW;
            default -> {
                fault(row, "has a priority other than 1 to 4");
                yield Priority.MEDIUM;
            }
        };
    }

    /** Todoist writes what the person typed: only a plain date is understood here. */
    private Optional<Due> due(Row row) {
        var date = cell(row, "DATE");
        var due = cells.due(date);
        if (due.isEmpty() && !date.isEmpty()) {
            tasks.drop(Kind.UNREADABLE_DUE_DATES);
        }
        return due;
    }

    private void note(String content) {
        var text = FILE.matcher(content).replaceAll("").strip();
        if (text.length() < content.length()) {
            tasks.drop(Kind.ATTACHMENTS);
        }
        if (task == null) {
            tasks.drop(Kind.COMMENTS); // one on the project
        } else if (!text.isEmpty()) {
            notes.add(tasks.comment(text));
        }
    }

    private void finishTask() {
        if (task != null) {
            tasks.add(task.with(notes));
        }
        task = null;
        notes = new ArrayList<>();
    }

    private String cell(Row row, String column) {
        var index = columns.get(column);
        return index == null || index >= row.cells().size()
                ? ""
                : row.cells().get(index).strip();
    }

    private void fault(Row row, String what) {
        faults.add("Line " + row.line() + " " + what + ".");
    }
}
