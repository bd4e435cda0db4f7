package io.taskledger.app.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Read models of a ledger that has just come from elsewhere. */
public final class FreshReadModels {

    private FreshReadModels() {}

    /** The next start finds a ledger and no versions, and fills them by the fold, as at a first start. */
    public static void forget(JdbcClient owner) {
        owner.sql("select projection || '_v' || version as schema from readmodel.version where dropped_at is null")
                .query((row, number) -> row.getString("schema"))
                .list()
                .forEach(schema -> owner.sql("drop schema if exists " + schema + " cascade")
                        .update());
        owner.sql("""
                        update readmodel.version
                        set fed = false, retired_at = coalesce(retired_at, clock_timestamp()), dropped_at = clock_timestamp()
                        where dropped_at is null""").update();
        owner.sql("delete from readmodel.live_version").update();
        owner.sql("delete from readmodel.rebuild").update();
    }
}
