package io.taskledger.query.task;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.messages.workspace.WorkspaceRole;

/**
 * The statements of a search. Whose tasks they are comes first, by an index; then each of their texts is looked at. An
 * index of the texts' parts was tried and left: the planner takes it for nobody with 10,000 tasks, and it would be made
 * anew by each rebuild. Operators that look into texts may leak them, so that row-level security lets no index serve
 * them anyway; that of the scope compares names for equality.
 */
final class SearchSql {

    private static final String OWN = """
            select w.* from %1$s.wording w
            where not w.in_trash and w.workspace_id = any (:workspaces) and w.owner = :actor""";

    private static final String VISIBLE = """
            select w.* from %1$s.wording w
            where not w.in_trash and w.workspace_id = any (:workspaces)
            union all
            select w.* from %1$s.wording w
            where not w.in_trash and w.workspace_id <> all (:workspaces)
              and w.id in (select s.task_id from %1$s.share s where s.user_id = :actor)""";

    private static final String ON_OWN = "select c.task_id, c.folded from %1$s.comment c where c.owner = :actor";

    private static final String ON_OTHERS = """
            select c.task_id, c.folded
            from %1$s.wording w
            join %1$s.comment c on c.task_id = w.id
            where not w.in_trash and w.workspace_id = any (:teams) and w.owner <> :actor""";

    private static final String ON_SHARED = """
            select c.task_id, c.folded
            from %1$s.share s
            join %1$s.comment c on c.task_id = s.task_id
            where s.user_id = :actor""";

    private final SearchWords words;
    private final TaskScope scope;
    private final boolean own;

    /** @param own whether only what the actor made is asked for, or all that the actor may see */
    SearchSql(SearchWords words, TaskScope scope, boolean own) {
        this.words = words;
        this.scope = scope;
        this.own = own;
    }

    private static String parameter(int word) {
        return "word" + word;
    }

    private static String beginning(int word) {
        return "beginning" + word;
    }

    private static String like(int word) {
        return "like" + word;
    }

    /** For the beginning of a statement: a table {@code found} of {@code id} and {@code created_at}. */
    String found() {
        return """
                %s,
                found as materialized (%s)""".formatted(said(), matches("w.id, w.created_at"));
    }

    /**
     * {@code total}, and the columns of {@link TaskRow}: one page. A page without tasks is one row that has the total alone.
     * Wants {@code :skip} and {@code :limit}. Where each word begins is looked for once in each text that has it:
     * {@code offset 0} keeps that apart from what is made of it.
     */
    String best() {
        var places = each(word -> before("w.folded", beginning(word)) + " as " + beginning(word), ", ");
        var phrase = words.isOne() ? beginning(0) : "phrase";
        return """
                with %1$s,
                found as materialized (
                  select m.id, %2$s + %3$s as rank
                  from (%4$s offset 0) m)
                select counted.total, t.*
                from (select count(*) as total from found) counted
                left join (
                  select page.rank, %5$s
                  from (select f.id, f.rank from found f order by f.rank desc, f.id desc offset :skip limit :limit) page
                  join %%1$s.task t on t.id = page.id) t on true
                order by t.rank desc, t.id desc""".formatted(
                said(),
                each(SearchSql::rank, " + "),
                weight("m." + phrase, 1, "0"),
                matches("w.id, w.folded, octet_length(w.folded) as whole, w.title_end, w.tags_end, "
                        + (words.isOne() ? places : places + ", " + before("w.folded", "phrase") + " as phrase")),
                TaskRow.COLUMNS);
    }

    /** How many bytes of a text come before what is looked for: all where it is not there. {@code strpos} counts characters, one by one. */
    private static String before(String text, String parameter) {
        return "octet_length(split_part(%s, :%s, 1))".formatted(text, parameter);
    }

    /** Words that begin so weigh twice as much as others, and what was said on a task least. */
    private static String rank(int word) {
        var within = "4 - width_bucket(%s, array[m.title_end, m.tags_end, m.whole])"
                .formatted(before("m.folded", parameter(word)));
        return weight("m." + beginning(word), 2, within);
    }

    /** Of the first place where it stands: titles first, then tags. */
    private static String weight(String place, int times, String otherwise) {
        return """
                case when %1$s < m.title_end then %2$d when %1$s < m.tags_end then %3$d when %1$s < m.whole then %4$d else %5$s end""".formatted(place, 4 * times, 3 * times, 2 * times, otherwise);
    }

    /** What all of it wants. */
    Map<String, Object> parameters() {
        var workspaces = scope.workspaces(WorkspaceRole.VIEWER);
        var all = new HashMap<String, Object>();
        all.put("actor", scope.actor().text());
        all.put("workspaces", workspaces.toArray(String[]::new));
        all.put("teams", teams());
        all.put("phrase", " " + words.phrase());
        IntStream.range(0, words.words().size()).forEach(word -> {
            all.put(parameter(word), words.words().get(word));
            all.put(beginning(word), " " + words.words().get(word));
            all.put(like(word), words.pattern(word));
        });
        return all;
    }

    /** What was said on tasks: which of the words is somewhere in it. */
    private String said() {
        return """
                said as materialized (
                  select c.task_id, %s
                  from (%s) c
                  where %s
                  group by c.task_id)""".formatted(
                        each(word -> "bool_or(c.folded like :%s) as has%d".formatted(like(word), word), ", "),
                        own ? ON_OWN : onVisible(),
                        each(word -> "c.folded like :" + like(word), " or "));
    }

    /** What there is nothing of need not be planned. */
    private String onVisible() {
        return Stream.of(ON_OWN, teams().length == 0 ? "" : ON_OTHERS, ON_SHARED)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\nunion all\n"));
    }

    private String[] teams() {
        var personal = WorkspaceId.personalOf(scope.actor()).text();
        return scope.workspaces(WorkspaceRole.VIEWER).stream()
                .filter(one -> !one.equals(personal))
                .toArray(String[]::new);
    }

    /** {@code like} does not count the characters before what it finds, as {@code strpos} does. */
    private String matches(String wanted) {
        return """
                select %s
                  from (%s) w
                  where %s""".formatted(
                wanted,
                own ? OWN : VISIBLE,
                each(
                        word -> "(w.folded like :%s or w.id in (select said.task_id from said where said.has%d))"
                                .formatted(like(word), word),
                        " and "));
    }

    private String each(IntFunction<String> sql, String between) {
        return IntStream.range(0, words.words().size()).mapToObj(sql).collect(Collectors.joining(between));
    }
}
