package io.taskledger.query.projection;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells the database whom a transaction answers, from then until its end; the policies of the rows ask for it. The same
 * statement asks which versions are live: each answer wants both first.
 */
public final class Readers {

    /** No id of a person. */
    private static final String ALL = "*";

    private static final String BEGIN = """
            select said.reader, said.planning, v.projection, v.version, v.shape
            from (
              select
                set_config('taskledger.reader', ?, true) as reader,
                set_config('plan_cache_mode', ?, true) as planning) said
            left join readmodel.live_version v on true""";

    private final JdbcClient jdbc;
    private final LiveVersions live;

    public Readers(JdbcClient jdbc, LiveVersions live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    /** How PostgreSQL finds out how to run the transaction's statements. */
    public enum Planning {
        /** For the values of each, as it thinks fit. */
        EACH("auto"),
        /** Once for all values. */
        ONCE("force_generic_plan");

        private final String mode;

        Planning(String mode) {
            this.mode = mode;
        }
    }

    /** @param person who is shown the rows that are theirs to see, and no others */
    public void only(String person, Planning planning) {
        if (person.equals(ALL)) {
            throw new IllegalArgumentException("nobody is called " + ALL);
        }
        say(person, planning);
    }

    /** For what the product itself wants to know of everybody. */
    public void all() {
        say(ALL, Planning.EACH);
    }

    private void say(String reader, Planning planning) {
        jdbc.sql(BEGIN).param(reader).param(planning.mode).query(live::note);
    }
}
