package io.taskledger.query.task;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The statements of a list of tasks; {@code %1$s} is the schema of the live version of the projection. What is found by
 * its words stays in the database: a common word is in thousands of tasks.
 *
 * @param search empty where no words are asked for
 * @param wordsAlone whether the search finds no tasks but those that are wanted
 */
record TaskListSql(Conditions wanted, Optional<SearchSql> search, boolean wordsAlone) {

    TaskListSql(Conditions wanted) {
        this(wanted, Optional.empty(), false);
    }

    /**
     * {@code total}, and the columns of {@link TaskRow}: one page. A page without tasks is one row that has the total alone.
     * Wants {@code :skip} and {@code :limit}.
     */
    String page(SortKey key) {
        return search.isEmpty() ? plainPage(key) : foundPage(search.get(), key);
    }

    private String plainPage(SortKey key) {
        return """
                select counted.total, t.*
                from (select count(*) as total from %%1$s.task t where %1$s) counted
                left join (
                  select %2$s
                  from %%1$s.task t
                  where %1$s
                  order by %3$s
                  offset :skip
                  limit :limit) t on true
                order by %3$s""".formatted(wanted.sql(), TaskRow.COLUMNS, key.sql());
    }

    private String foundPage(SearchSql words, SortKey key) {
        return """
                with %1$s,
                %2$s
                select counted.total, t.*
                from (select count(*) as total from hits) counted
                left join (
                  select %3$s
                  from (select t.id from hits t order by %4$s offset :skip limit :limit) page
                  join %%1$s.task t on t.id = page.id) t on true
                order by %4$s""".formatted(words.found(), hits(key), TaskRow.COLUMNS, key.sql());
    }

    /** Where a filter leaves out more than the words, both are joined as wholes: how much is left the planner can only guess. */
    private String hits(SortKey key) {
        return wordsAlone && key.isOfWordings()
                ? "hits as not materialized (select found.id, found.created_at from found)"
                : """
                wanted as materialized (select %1$s from %%1$s.task t where %2$s),
                hits as materialized (select w.* from wanted w where w.id in (select found.id from found))""".formatted(key.columns(), wanted.sql());
    }

    /**
     * The columns of {@link TaskRow}, one row more than the slice has, so that it is known whether another one follows.
     * Wants {@code :limit}.
     */
    String slice(SortKey key) {
        return """
                %1$sselect %2$s
                from %%1$s.task t
                where %3$s
                order by %4$s
                limit :limit + 1""".formatted(with(), TaskRow.COLUMNS, conditions(), key.sql());
    }

    String count() {
        return """
                %1$sselect count(*)
                from %%1$s.task t
                where %2$s""".formatted(with(), conditions());
    }

    /** All but {@code :skip} and {@code :limit}. */
    Map<String, Object> parameters() {
        var all = new HashMap<>(wanted.parameters());
        search.ifPresent(words -> all.putAll(words.parameters()));
        return all;
    }

    private String conditions() {
        return search.isEmpty() ? wanted.sql() : wanted.sql() + "\n  and t.id in (select id from found)";
    }

    private String with() {
        return search.map(words -> "with " + words.found() + "\n").orElse("");
    }
}
