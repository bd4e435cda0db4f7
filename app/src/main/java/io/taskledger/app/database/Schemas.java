package io.taskledger.app.database;

import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.taskledger.ledger.TimeLimits;
import io.taskledger.query.projection.VersionGrants;
import org.flywaydb.core.Flyway;

/**
 * The schemas that outlive any version of a projection, each with a history of its own, brought up to date by the owner;
 * and who else may do what in there. Pools are made of this, so that nobody connects before.
 */
public final class Schemas {

    private static final List<String> LASTING = List.of("ledger", "readmodel", "automation", "security");

    /** Flyway holds its history with one and migrates with another. */
    private static final int CONNECTIONS = 3;

    private final Database database;
    private final Grants grants;

    private Schemas(Database database, Grants grants) {
        this.database = database;
        this.grants = grants;
    }

    public static Schemas migrated(Database database) {
        return migrated(database, Map.of());
    }

    /** @param upTo the version of each schema that rows of an earlier release fit; the last one of those that are not named */
    public static Schemas migrated(Database database, Map<String, String> upTo) {
        var grants = Grants.of(database);
        try (var owner =
                database.session(Role.OWNER, "migrations", TimeLimits.LASTING).pool(CONNECTIONS, 0)) {
            LASTING.forEach(schema -> migrate(owner, schema, upTo.getOrDefault(schema, "latest")));
            grants.apply(owner);
        }
        return new Schemas(database, grants);
    }

    /** Sessions that find the schemas. */
    public Session session(Role role, String purpose, TimeLimits limits) {
        return database.session(role, purpose, limits);
    }

    public VersionGrants versions() {
        return grants::onVersion;
    }

    private static void migrate(DataSource owner, String schema, String upTo) {
        Flyway.configure()
                .dataSource(owner)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/" + schema)
                .target(upTo)
                .load()
                .migrate();
    }
}
