package io.taskledger.bench.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All figures of a run: each line when it is known, one table and one file at the end. */
public final class Report {

    private final PrintStream out;
    private final List<Figure> figures = new ArrayList<>();

    public Report(PrintStream out) {
        this.out = out;
    }

    public void add(Figure figure) {
        figures.add(figure);
        out.println(line(figure));
    }

    public void say(String sentence) {
        out.println("-- " + sentence);
    }

    public void table() {
        out.println();
        out.println(row("figure", "value", "unit", "baseline", "target", "met"));
        figures.forEach(figure -> out.println(line(figure)));
    }

    /** A list of {@code {name, value, baseline, target, met, unit}}; what does not apply is null. */
    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(figures.stream().map(Report::entry).toList());
        Files.writeString(file, json + "\n");
        out.println(figures.size() + " figures in " + file.toAbsolutePath().normalize());
    }

    private static Map<String, @Nullable Object> entry(Figure figure) {
        var entry = new LinkedHashMap<String, @Nullable Object>();
        entry.put("name", figure.name());
        entry.put("value", figure.value());
        entry.put("baseline", figure.baseline());
        entry.put("target", figure.target() == null ? null : figure.target().toString());
        entry.put("met", figure.met());
        entry.put("unit", figure.unit());
        return entry;
    }

    private static String line(Figure figure) {
        var met = figure.met();
        return row(
                figure.name(),
                Figure.text(figure.value()),
                figure.unit(),
                figure.baseline() == null ? "" : Figure.text(figure.baseline()),
                figure.target() == null ? "" : figure.target().toString(),
                met == null ? "" : met ? "yes" : "NO");
    }

    private static String row(String name, String value, String unit, String baseline, String target, String met) {
        return String.format(Locale.ROOT, "%-62s %9s %-12s %9s %8s %4s", name, value, unit, baseline, target, met);
    }
}
