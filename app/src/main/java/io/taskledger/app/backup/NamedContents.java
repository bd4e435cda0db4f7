package io.taskledger.app.backup;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Which contents of files are named, according to the book of that. */
final class NamedContents {

    private NamedContents() {}

    static List<String> all(JdbcClient jdbc) {
        return after(jdbc, 0).stream().map(Named::sha256).toList();
    }

    /**
     * A content, and when it was named.
     *
     * @param position of the event that says so
     */
    record Named(String sha256, long position) {}

    /** Those that were named by events behind a position, each once. */
    static List<Named> after(JdbcClient jdbc, long position) {
        return jdbc.sql("""
                        select sha256, max(position) as position
                        from automation.content_reference
                        where position > :position
                        group by sha256
                        order by sha256""")
                .param("position", position)
                .query((row, number) -> new Named(row.getString("sha256"), row.getLong("position")))
                .list();
    }
}
