package io.taskledger.query.task;

import io.taskledger.messages.Erased;
import io.taskledger.messages.UserId;
import io.taskledger.query.projection.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody wrote on others' tasks, once their key is erased: the ledger tells it no more, and rows that were made before
 * must not either. Their own tasks go by commands; these stay, as a fold makes them now.
 */
@Component
public class WordsOfTheErased {

    private static final String FED = """
            select version
            from readmodel.version
            where projection = :tasks and fed and dropped_at is null""";

    /** One that reads the ledger just now may have read it before. */
    private static final String UNDER_WAY = """
            select exists (
                select from readmodel.version
                where projection = :tasks and not fed and retired_at is null and dropped_at is null)""";

    /** Whichever rows differed are told with what is in them. */
    private static final String REPORTS =
            "update readmodel.rebuild set differences = '[]' where ended_at is not null and differences <> '[]'";

    private final JdbcClient jdbc;

    WordsOfTheErased(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes them out of every version that is fed; true where none were left, and no version is being made. */
    public boolean takeOut(UserId whose) {
        var none = !jdbc.sql(UNDER_WAY)
                .param("tasks", Projection.TASKS)
                .query(Boolean.class)
                .single();
        forgetReports();
        for (int version : jdbc.sql(FED)
                .param("tasks", Projection.TASKS)
                .query(Integer.class)
                .list()) {
            var schema = Projection.TASKS + "_v" + version;
            none &= comments(schema, whose) + files(schema, whose) == 0;
        }
        return none;
    }

    /** Of rebuilds and checks that are over: how many differed they still tell, and not what. */
    public void forgetReports() {
        jdbc.sql(REPORTS).update();
    }

    private int comments(String schema, UserId whose) {
        return update("""
                        update %s.comment
                        set content = :erased, folded = :erased
                        where author = :whose and content <> :erased""".formatted(schema), whose);
    }

    private int files(String schema, UserId whose) {
        return update("""
                        update %s.file
                        set name = :erased
                        where attached_by = :whose and name <> :erased""".formatted(schema), whose);
    }

    private int update(String sql, UserId whose) {
        return jdbc.sql(sql)
                .param("erased", Erased.TEXT)
                .param("whose", whose.text())
                .update();
    }
}
