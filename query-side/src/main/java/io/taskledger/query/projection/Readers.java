package io.taskledger.query.projection;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells the database whom a transaction answers, from then until its end; the policies of the rows ask for it. */
public final class Readers {

    /** No id of a person. */
    private static final String ALL = "*";

    private final JdbcClient jdbc;

    public Readers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param person who is shown the rows that are theirs to see, and no others */
    public void only(String person) {
        if (person.equals(ALL)) {
            throw new IllegalArgumentException("nobody is called " + ALL);
        }
        say(person);
    }

    /** For what the product itself wants to know of everybody. */
    public void all() {
        say(ALL);
    }

    private void say(String reader) {
        jdbc.sql("select set_config('taskledger.reader', ?, true)")
                .param(reader)
                .query(String.class)
                .single();
    }
}
