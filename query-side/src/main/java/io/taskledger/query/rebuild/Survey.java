package io.taskledger.query.rebuild;

import java.sql.SQLException;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import io.taskledger.query.projection.FailureText;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.Versions.Version;

/**
 * Tells PostgreSQL what a filled version holds before anybody reads it. Its own turn comes a minute or more later: until
 * then statements are planned by guesses, and a count looks up each row that an index names.
 */
final class Survey {

    private Survey() {}

    /** @param lasting sessions of the version's owner, as long as they take; not in a transaction, where none may vacuum */
    static void of(Version version, ReadModel model, DataSource lasting) {
        var tables = model.tables().stream()
                .map(form -> version.schema() + "." + form.table())
                .collect(Collectors.joining(", "));
        try (var connection = lasting.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) " + tables);
        } catch (SQLException e) {
            throw new RebuildFailed("The new version could not be looked over: " + FailureText.of(e), e);
        }
    }
}
