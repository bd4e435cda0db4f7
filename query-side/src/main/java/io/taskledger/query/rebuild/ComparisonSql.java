package io.taskledger.query.rebuild;

import java.util.List;
import java.util.stream.Collectors;

import io.taskledger.query.projection.RowForm;
import io.taskledger.query.projection.RowForm.Column;

/** The statements that compare tables of one form. */
final class ComparisonSql<E> {

    private final RowForm<E> form;

    ComparisonSql(RowForm<E> form) {
        this.form = form;
    }

    /** Streams with rows that are not the same in two schemas, each once; both are seen in one snapshot. */
    static String unlikeStreams(List<RowForm<?>> tables, String one, String other) {
        return tables.stream()
                .map(form -> new ComparisonSql<>(form).unlikeStreams(one, other))
                .collect(Collectors.joining("\nunion\n"));
    }

    private String unlikeStreams(String one, String other) {
        return """
                select distinct coalesce(l.%1$s, r.%1$s) as stream
                from %2$s.%4$s as l
                full join %3$s.%4$s as r on r.%5$s = l.%5$s
                where (%6$s) is distinct from (%7$s)""".formatted(form.stream(), one, other, form.table(), form.key(), columns("l."), columns("r."));
    }

    /**
     * Each field that a version's rows of {@code :streams} have otherwise than the folded table: {@code stream},
     * {@code key}, {@code field}, {@code live}, {@code folded}.
     */
    String fields(String schema, String folded) {
        return """
                select
                    coalesce(l.%1$s, r.%1$s) as stream, coalesce(l.%2$s, r.%2$s) as key,
                    one.field, one.live, one.folded
                from (select * from %3$s.%4$s where %1$s = any(:streams)) as l
                full join %5$s as r on r.%2$s = l.%2$s
                cross join lateral (values
                    ('*', to_jsonb(l)::text, to_jsonb(r)::text), %6$s) as one (field, live, folded)
                where case
                    when l.%2$s is null or r.%2$s is null then one.field = '*'
                    else one.field <> '*' and one.live is distinct from one.folded
                end
                order by key, field""".formatted(form.stream(), form.key(), schema, form.table(), folded, values());
    }

    private String columns(String alias) {
        return form.columns().stream().map(column -> alias + column.name()).collect(Collectors.joining(", "));
    }

    private String values() {
        return form.columns().stream()
                .map(Column::name)
                .map(name -> "('%1$s', l.%1$s::text, r.%1$s::text)".formatted(name))
                .collect(Collectors.joining(", "));
    }
}
