package io.taskledger.exchange.csv;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.taskledger.exchange.Dropped.Kind;
import io.taskledger.exchange.ImportedTask;
import io.taskledger.exchange.ImportedTasks;
import io.taskledger.exchange.csv.CellReader.Due;
import io.taskledger.exchange.csv.Table.Row;
import io.taskledger.messages.task.Priority;
import org.jspecify.annotations.Nullable;

/** A table with a header that names its columns, one task a row. The rules are told in {@code docs/model/exchange.md}. */
public final class CsvTasks {

    /** What a column can hold. */
    private enum Column {
        TITLE,
        DESCRIPTION,
        PRIORITY,
        DUE_DATE,
        DUE_TIME,
        TAGS,
        COMPLETED,
        LIST;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Null for a name that means nothing here. */
        static @Nullable Column called(String header) {
            return switch (header.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_")) {
                case "title", "name", "task", "summary", "subject" -> TITLE;
                case "description", "notes", "note", "details" -> DESCRIPTION;
                case "priority" -> PRIORITY;
                case "due_date", "due", "deadline", "date" -> DUE_DATE;
                case "due_time", "time" -> DUE_TIME;
                case "tags", "tag", "labels", "label" -> TAGS;
                case "completed", "done", "status" -> COMPLETED;
                case "list", "section", "column" -> LIST;
                default -> null;
            };
        }
    }

    private final TableTasks tasks = new TableTasks();
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final List<String> faults = new ArrayList<>();
    private final CellReader cells;

    private CsvTasks(ZoneId zone) {
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
        return new CsvTasks(zone).tasksOf(Table.read(bytes), name);
    }

    private ImportedTasks tasksOf(Table table, String name) throws BadTable {
        var header = table.rows().getFirst();
        readHeader(header);
        for (var row : table.rows().subList(1, table.rows().size())) {
            if (row.cells().size() != header.cells().size()) {
                fault(
                        row,
                        "has %d cells, and the header has %d"
                                .formatted(row.cells().size(), header.cells().size()));
            } else {
                read(row);
            }
        }
        if (!faults.isEmpty()) {
            throw BadTable.of(faults);
        }
        return tasks.all(table, "csv", name);
    }

    private void readHeader(Row header) throws BadTable {
        for (var index = 0; index < header.cells().size(); index++) {
            var column = Column.called(header.cells().get(index));
            if (column == null) {
                tasks.drop(Kind.COLUMNS);
            } else if (columns.putIfAbsent(column, index) != null) {
                throw new BadTable("The header has two columns for the %s: leave one out.".formatted(column.text()));
            }
        }
        if (!columns.containsKey(Column.TITLE)) {
            throw new BadTable("The first line names no column \"title\": a header is needed, such as"
                    + " title,description,priority,due_date,due_time,tags,completed,list.");
        }
    }

    private void read(Row row) {
        var title = tasks.storable(cell(row, Column.TITLE));
        if (title.isEmpty()) {
            fault(row, "has no title");
            return;
        }
        var priority = cells.priority(cell(row, Column.PRIORITY));
        if (priority.isEmpty()) {
            fault(row, "has a priority other than low, medium and high");
        }
        var completed = cells.flag(cell(row, Column.COMPLETED));
        if (completed.isEmpty()) {
            fault(row, "says neither yes nor no to completed");
        }
        var due = due(row);
        var texts = tasks.texts(title, tasks.storable(cell(row, Column.DESCRIPTION)));
        tasks.add(new ImportedTask(
                "row " + row.line(),
                tasks.listOf(tasks.storable(cell(row, Column.LIST))),
                texts.title(),
                texts.description(),
                due.map(Due::date).orElse(null),
                due.map(Due::time).orElse(null),
                tasks.tags(List.of(tasks.storable(cell(row, Column.TAGS)).split("[,;|]"))),
                completed.orElse(false),
                priority.orElse(Priority.MEDIUM),
                List.of()));
    }

    /** Empty for none, and for one that is a fault. */
    private Optional<Due> due(Row row) {
        var date = cell(row, Column.DUE_DATE);
        var time = cell(row, Column.DUE_TIME);
        var day = cells.due(date);
        if (day.isEmpty() && !date.isEmpty()) {
            fault(row, "has a due date that is no date such as 2026-03-01");
        }
        if (time.isEmpty()) {
            return day;
        }
        var hour = cells.time(time);
        if (hour.isEmpty()) {
            fault(row, "has a due time that is no time such as 09:30");
        } else if (date.isEmpty()) {
            fault(row, "has a due time without a due date");
        }
        return day.map(one -> new Due(one.date(), hour.orElse(null)));
    }

    private String cell(Row row, Column column) {
        var index = columns.get(column);
        return index == null ? "" : row.cells().get(index).strip();
    }

    private void fault(Row row, String what) {
        faults.add("Line " + row.line() + " " + what + ".");
    }
}
