package io.taskledger.app.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Columns as wide as their widest cell, the first to the left, the others, numbers, to the right. */
final class Table {

    /** Of the terminals that this has to be readable on. */
    static final int WIDTH = 80;

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        rows.add(List.of(headings));
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    List<String> lines() {
        var widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    /** A line that ends where the terminal does. */
    static String cut(String line) {
        var flat = line.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
        return flat.length() <= WIDTH ? flat : flat.substring(0, WIDTH - 1) + "…";
    }

    private static String line(List<String> row, int... widths) {
        var line = new StringBuilder();
        for (var column = 0; column < widths.length; column++) {
            var cell = row.get(column);
            var blank = " ".repeat(widths[column] - cell.length());
            line.append(column == 0 ? cell + blank : "  " + blank + cell);
        }
        return line.toString().stripTrailing();
    }
}
