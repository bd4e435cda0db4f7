package io.taskledger.query.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.taskledger.query.history.Moments.Held;

/** Finds the versions that held at a moment; {@code %1$s} is the schema of the live version of the projection. */
final class VersionsThen {

    /** What filters and orders ask for; texts apart. */
    private static final List<String> STATE = List.of(
            "version",
            "owner",
            "workspace_id",
            "list_id",
            "place",
            "priority",
            "due_date",
            "due_time",
            "assignee",
            "completed_at",
            "deleted_at",
            "share_count",
            "created_at");

    /** The latest ones stand beside each task, but for its description, which may be long. */
    private static final List<String> TEXTS = List.of("title", "tags", "folded");

    /**
     * The version of each task that held: the latest where it has not changed since, else the one of the past that was over
     * next, which an index has. So a long past costs no more than a short one. {@code offset 0}: looked up once.
     */
    private static final String STATES = """
            select s.task_id, <state>
            from (
              select h.task_id, <changed since> as changed, <latest>,
                case when <changed since> then (
                  select p from %1$s.past p where p.task_id = h.task_id and <held> limit 1) end as past
              from %1$s.task h
              where <tasks> and <was there>
              offset 0) s""";

    private static final String WITH_TEXTS = """
            select t.*, <texts>
            from (<states>) t
            left join %1$s.wording w on w.id = <wording>
            left join %1$s.erased e on e.id = coalesce(w.subject, t.latest_subject)""";

    private static final String DESCRIPTION = """
            case when e.id is null or w.description is null then w.description else '[erased]' end as description""";

    private VersionsThen() {}

    /**
     * A select of all versions that held.
     *
     * @param asked SQL that names what is wanted of rows called {@code v}; what nobody wants would be carried along for each of
     *     thousands of tasks
     * @param tasks a condition on their tasks, rows called {@code h}
     */
    static String sql(String asked, String tasks, Held held) {
        var state = wanted(STATE, asked);
        var texts = wanted(TEXTS, asked);
        var described = asked.contains("v.description");
        var all = texts.isEmpty() && !described ? states(state, List.of()) : withTexts(state, texts, described);
        return all.replace("<tasks>", tasks)
                .replace("<was there>", held.wasThere())
                .replace("<changed since>", held.changedSince())
                .replace("<held>", held.past());
    }

    private static List<String> wanted(List<String> columns, String asked) {
        return columns.stream().filter(column -> asked.contains("v." + column)).toList();
    }

    /** @param latest what is wanted of the latest version beside what it was then, called {@code latest_} something */
    private static String states(List<String> state, List<String> latest) {
        return STATES.replace("<latest>", commas(each("h.%s", state), each("h.%1$s as latest_%1$s", latest)))
                .replace(
                        "<state>",
                        commas(
                                each("case when s.changed then (s.past).%1$s else s.%1$s end as %1$s", state),
                                each("s.latest_%s", latest)));
    }

    /** Texts that are the latest still need not be looked up. */
    private static String withTexts(List<String> state, List<String> texts, boolean described) {
        var latest = new ArrayList<>(List.of("wording", "subject"));
        latest.addAll(texts);
        var states = new ArrayList<>(state);
        states.add("wording");
        return WITH_TEXTS
                .replace(
                        "<texts>",
                        commas(
                                texts.stream().map(VersionsThen::text),
                                described ? Stream.of(DESCRIPTION) : Stream.empty()))
                .replace("<wording>", described ? "t.wording" : "nullif(t.wording, t.latest_wording)")
                .replace("<states>", states(states, latest));
    }

    private static Stream<String> each(String form, List<String> columns) {
        return columns.stream().map(form::formatted);
    }

    private static String commas(Stream<String> some, Stream<String> more) {
        return Stream.concat(some, more).collect(Collectors.joining(", "));
    }

    private static String text(String column) {
        return "case when e.id is null then coalesce(w.%1$s, t.latest_%1$s) else %2$s end as %1$s"
                .formatted(column, column.equals("tags") ? "'{}'" : "'[erased]'");
    }
}
