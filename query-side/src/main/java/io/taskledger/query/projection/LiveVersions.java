package io.taskledger.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.taskledger.query.projection.Versions.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which version of each projection a transaction reads: the live one of this node's shape, asked for once, so that no
 * answer is put together from two versions. Who feeds a version pins its transaction to that.
 */
public final class LiveVersions {

    private final JdbcClient jdbc;
    private final Versions versions;

    public LiveVersions(JdbcClient jdbc, Versions versions) {
        this.jdbc = jdbc;
        this.versions = versions;
    }

    /**
     * The version that this transaction reads; without a transaction the one that is live now.
     *
     * @throws NotFilledYet where no version of this node's shape has been live yet
     */
    public Version of(String projection) {
        var picked = ofTransaction();
        if (!picked.containsKey(projection)) {
            liveNow().forEach(picked::putIfAbsent);
        }
        var version = picked.get(projection);
        if (version == null) {
            throw new NotFilledYet(projection);
        }
        return version;
    }

    /** From here on, this transaction reads and writes this version. */
    public void pin(Version version) {
        ofTransaction().put(version.projection(), version);
    }

    private Map<String, Version> liveNow() {
        var live = new HashMap<String, Version>();
        jdbc.sql("select projection, version, shape from readmodel.live_version")
                .query(row -> {
                    ownShape(row).ifPresent(version -> live.put(version.projection(), version));
                });
        return live;
    }

    /** What a row of {@code readmodel.live_version}, or one of nothing but nulls, says to this transaction. */
    void note(ResultSet row) throws SQLException {
        ownShape(row).ifPresent(version -> ofTransaction().putIfAbsent(version.projection(), version));
    }

    private Optional<Version> ownShape(ResultSet row) throws SQLException {
        var projection = row.getString("projection");
        return projection != null && versions.isOwnShape(projection, row.getString("shape"))
                ? Optional.of(new Version(projection, row.getInt("version")))
                : Optional.empty();
    }

    // Bound under this object, which puts nothing else there.
    @SuppressWarnings("unchecked")
    private Map<String, Version> ofTransaction() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return new HashMap<>();
        }
        var bound = (@Nullable Map<String, Version>) TransactionSynchronizationManager.getResource(this);
        if (bound == null) {
            bound = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, bound);
            TransactionSynchronizationManager.registerSynchronization(new Binding(bound));
        }
        return bound;
    }

    /** Lets go at the transaction's end, and while another one runs in between. */
    private final class Binding implements TransactionSynchronization {

        private final Map<String, Version> picked;

        Binding(Map<String, Version> picked) {
            this.picked = picked;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(LiveVersions.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(LiveVersions.this, picked);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(LiveVersions.this);
        }
    }

    /** This node is not ready: the first version of its shape is still being filled. */
    public static final class NotFilledYet extends IllegalStateException {
        NotFilledYet(String projection) {
            super("no version of " + projection + " in this node's shape is live yet");
        }
    }
}
