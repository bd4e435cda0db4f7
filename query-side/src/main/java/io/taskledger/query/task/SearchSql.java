package io.taskledger.query.task;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    private static final String ON_VISIBLE = ON_OWN + """

            union all
            select c.task_id, c.folded
            from %1$s.wording w
            join %1$s.comment c on c.task_id = w.id
            where not w.in_trash and w.workspace_id = any (:teams) and w.owner <> :actor
            union all
            select c.task_id, c.folded
            from %1$s.share s
            join %1$s.comment c on c.task_id = s.task_id
            where s.user_id = :actor""";

    private final SearchWords words;
    private final boolean own;

    /** @param own whether only what the actor made is asked for, or all that the actor may see */
    SearchSql(SearchWords words, boolean own) {
        this.words = words;
        this.own = own;
    }

    static String parameter(int word) {
        return "word" + word;
    }

    /** {@code id}. Parameters: the words, {@code actor}, {@code workspaces}, {@code teams}. */
    String ids(String schema) {
        return found("w.id").formatted(schema);
    }

    /** {@code id}, {@code total}: one page of them. Parameters also: {@code phrase}, {@code skip}, {@code limit}. */
    String ranked(String schema) {
        var rank = each(
                        word -> "greatest(2 * %s, %s, case when said.has%d then 1 else 0 end)"
                                .formatted(weight("' ' || :" + parameter(word)), weight(":" + parameter(word)), word),
                        " + ")
                + " + " + weight("' ' || :phrase");
        return """
                select id, rank, count(*) over () as total
                from (%s) ranked
                order by rank desc, id desc
                offset :skip
                limit :limit""".formatted(found("w.id, " + rank + " as rank")).formatted(schema);
    }

    /** Of the first place where it stands: titles first, then tags. */
    private static String weight(String text) {
        return """
                (select case when place = 0 then 0 when place <= w.title_end then 4 when place <= w.tags_end then 3 else 2 end
                from (select strpos(w.folded, %s) as place offset 0) at)""".formatted(text);
    }

    private String found(String wanted) {
        return """
                with said as materialized (
                  select c.task_id, %4$s
                  from (%2$s) c
                  where %5$s
                  group by c.task_id)
                select %3$s
                from (%1$s) w
                left join said on said.task_id = w.id
                where %6$s""".formatted(
                own ? OWN : VISIBLE,
                own ? ON_OWN : ON_VISIBLE,
                wanted,
                each(word -> "bool_or(strpos(c.folded, :%s) > 0) as has%d".formatted(parameter(word), word), ", "),
                each(word -> "strpos(c.folded, :%s) > 0".formatted(parameter(word)), " or "),
                each(word -> "(strpos(w.folded, :%s) > 0 or said.has%d)".formatted(parameter(word), word), " and "));
    }

    private String each(IntFunction<String> sql, String between) {
        return IntStream.range(0, words.words().size()).mapToObj(sql).collect(Collectors.joining(between));
    }
}
