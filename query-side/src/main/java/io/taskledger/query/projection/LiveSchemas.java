package io.taskledger.query.projection;

import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Puts the transaction's version into JPA's SQL, in place of the one whose tables the entities were checked against. */
public final class LiveSchemas implements StatementInspector {

    private final transient FirstVersions checked;
    private final transient LiveVersions live;

    public LiveSchemas(FirstVersions checked, LiveVersions live) {
        this.checked = checked;
        this.live = live;
    }

    @Override
    public String inspect(String sql) {
        var result = sql;
        for (var projection : Projection.all()) {
            var written = checked.of(projection.name()).schema() + ".";
            if (sql.contains(written)) {
                result = result.replace(written, live.of(projection.name()).schema() + ".");
            }
        }
        return result;
    }
}
