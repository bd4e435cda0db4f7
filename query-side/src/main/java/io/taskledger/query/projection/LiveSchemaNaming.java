package io.taskledger.query.projection;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.jspecify.annotations.Nullable;

/** Entities name their projection as their schema; the database has a schema for each version of it. */
public final class LiveSchemaNaming extends PhysicalNamingStrategySnakeCaseImpl {

    private final FirstVersions versions;

    public LiveSchemaNaming(FirstVersions versions) {
        this.versions = versions;
    }

    @Override
    public @Nullable Identifier toPhysicalSchemaName(@Nullable Identifier logicalName, JdbcEnvironment environment) {
        return logicalName != null && versions.isProjection(logicalName.getText())
                ? Identifier.toIdentifier(versions.of(logicalName.getText()).schema())
                : super.toPhysicalSchemaName(logicalName, environment);
    }
}
