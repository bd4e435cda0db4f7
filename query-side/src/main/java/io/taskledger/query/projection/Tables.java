package io.taskledger.query.projection;

/** The tables that a projection's handlers change: in the database for the live tail, in memory for a fold. */
public interface Tables {

    <E> Rows<E> rows(RowForm<E> form);
}
