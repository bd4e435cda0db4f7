package io.taskledger.app.database;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** As whom a session works. Each of them is a role of PostgreSQL, whose names are those of a whole cluster. */
public enum Role {

    /** Owns the tables: migrations, versions of projections, rebuilds. */
    OWNER,

    /** Inserts and reads events, never changes them; keeps everything else that is written while people work. */
    APPENDER,

    /** Reads what is answered to people, and nothing else. */
    READER;

    /** PostgreSQL cuts names off at 63 bytes; the longest suffix has nine. */
    private static final int MOST_BYTES = 54;

    /** The role's name, which no other database of the cluster has. */
    public String in(String database) {
        var bytes = database.getBytes(StandardCharsets.UTF_8);
        var prefix = bytes.length <= MOST_BYTES
                ? database
                : UUID.nameUUIDFromBytes(bytes).toString();
        return prefix + "_" + name().toLowerCase(Locale.ROOT);
    }

    /** As it is written in SQL. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
