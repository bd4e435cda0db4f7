package io.taskledger.query.projection;

/** The types that columns of projections have; which Java type each takes. */
public enum ColumnType {
    /** {@link String} */
    TEXT,
    /** {@link Short} */
    SMALLINT,
    /** {@link Long} */
    BIGINT,
    /** {@link Boolean} */
    BOOLEAN,
    /** {@link java.time.LocalDate} */
    DATE,
    /** {@link java.time.LocalTime} */
    TIME,
    /** {@link java.time.Instant}, cut to microseconds */
    TIMESTAMPTZ,
    /** {@link java.util.List} of {@link String} */
    TEXT_ARRAY
}
