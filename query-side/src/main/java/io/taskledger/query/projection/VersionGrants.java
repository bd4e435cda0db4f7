package io.taskledger.query.projection;

/** Who may use a version's tables beside the owner who makes them. */
@FunctionalInterface
public interface VersionGrants {

    /** Nobody else is there. */
    VersionGrants NONE = schema -> "";

    /** SQL that the owner runs once the tables are there, in the transaction that made them; blank for none. */
    String on(String schema);
}
