package io.taskledger.query.projection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The versions of each projection in this node's shape: making, indexing, feeding, dropping them. A version is a schema
 * of its own with rows and token, made from the projection's one DDL file; the shape is that file's digest.
 */
public final class Versions {

    private final JdbcClient jdbc;
    private final JdbcClient owner;
    private final TransactionOperations transactions;
    private final VersionGrants grants;
    private final Map<String, Ddl> ddl;

    /** @param transactions of the same database; the entity manager's would need the schemas to be there */
    public Versions(JdbcClient jdbc, TransactionOperations transactions) {
        this(jdbc, jdbc, transactions, VersionGrants.NONE);
    }

    /**
     * As two roles.
     *
     * @param jdbc for what is noted of versions, in the caller's transaction if there is one
     * @param owner for making and dropping them
     * @param transactions of the owner
     */
    public Versions(JdbcClient jdbc, JdbcClient owner, TransactionOperations transactions, VersionGrants grants) {
        this.jdbc = jdbc;
        this.owner = owner;
        this.transactions = transactions;
        this.grants = grants;
        this.ddl = Projection.all().stream().collect(Collectors.toUnmodifiableMap(Projection::name, Ddl::of));
    }

    /** A version of this node's shape. */
    public record Version(String projection, int number) {
        public String schema() {
            return Projection.schema(projection, number);
        }
    }

    /** @throws IllegalArgumentException where no projection is called so */
    public String shape(String projection) {
        return ddl(projection).shape();
    }

    boolean isOwnShape(String projection, String shape) {
        return ddl.containsKey(projection) && shape(projection).equals(shape);
    }

    /** The same with everything done by the owner, so that notes are part of the owner's transactions. */
    Versions asOwner() {
        return new Versions(owner, owner, transactions, grants);
    }

    /** The pointer of this node's shape. */
    public Optional<Version> live(String projection) {
        return jdbc.sql("select version from readmodel.live_version where projection = :name and shape = :shape")
                .param("name", projection)
                .param("shape", shape(projection))
                .query(Integer.class)
                .optional()
                .map(number -> new Version(projection, number));
    }

    /** The versions that nodes of this shape feed. */
    public List<Version> fed() {
        return jdbc
                .sql("select projection, version, shape from readmodel.version where fed")
                .query((row, index) -> Map.entry(
                        new Version(row.getString("projection"), row.getInt("version")), row.getString("shape")))
                .list()
                .stream()
                .filter(one -> isOwnShape(one.getKey().projection(), one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A new version: tables, no rows, no indexes, fed by nobody. */
    public Version make(String projection) {
        return inOrder(() -> makeNext(projection));
    }

    public void index(Version version) {
        index(version, (_, index) -> index.run());
    }

    /** @param each is given each index's statement, and what makes it */
    public void index(Version version, BiConsumer<String, Runnable> each) {
        transactions.executeWithoutResult(status -> {
            owner.sql("set local search_path to " + version.schema()).update();
            indexes(version).forEach(index -> each.accept(index, owner.sql(index)::update));
        });
    }

    /** A statement each. */
    public List<String> indexes(Version version) {
        return ddl(version.projection()).indexes();
    }

    /** Bytes of each table. */
    public Map<String, Long> sizes(Version version) {
        return owner
                .sql("""
                        select relname, pg_relation_size(oid) as bytes
                        from pg_class
                        where relnamespace = to_regnamespace(:schema) and relkind = 'r'""")
                .param("schema", version.schema())
                .query((row, index) -> Map.entry(row.getString("relname"), row.getLong("bytes")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Lets the nodes feed it, from the token that is there. */
    public void feed(Version version) {
        jdbc.sql("update readmodel.version set fed = true where projection = :projection and version = :version")
                .param("projection", version.projection())
                .param("version", version.number())
                .update();
    }

    /** The version to roll back to. */
    public Optional<Version> before(Version live) {
        return jdbc.sql("""
                        select before from readmodel.live_version
                        where projection = :projection and version = :version and before is not null""")
                .param("projection", live.projection())
                .param("version", live.number())
                .query(Integer.class)
                .optional()
                .map(number -> new Version(live.projection(), number))
                .filter(before -> fed().contains(before));
    }

    /** Gives up a version that could be rolled back to. @return false where it is not such a one */
    public boolean forget(Version version) {
        var forgotten = jdbc.sql("""
                        update readmodel.live_version set before = null
                        where projection = :projection and before = :version""")
                .param("projection", version.projection())
                .param("version", version.number())
                .update();
        if (forgotten == 1) {
            retire(version);
        }
        return forgotten == 1;
    }

    /** Nobody feeds it from now on; it is gone a moment later, when every node has seen that. */
    public void retire(Version version) {
        jdbc.sql("""
                        update readmodel.version
                        set fed = false, retired_at = coalesce(retired_at, clock_timestamp())
                        where projection = :projection and version = :version""")
                .param("projection", version.projection())
                .param("version", version.number())
                .update();
    }

    /** With its dead letters. Dropping what is gone already is no error. */
    void drop(Version version) {
        transactions.executeWithoutResult(status -> {
            owner.sql("drop schema if exists " + version.schema() + " cascade").update();
            owner.sql("delete from automation.dead_letter_entry where processing_group = :group")
                    .param("group", version.schema())
                    .update();
            owner.sql("""
                            update readmodel.version set dropped_at = clock_timestamp()
                            where projection = :projection and version = :version and dropped_at is null""")
                    .param("projection", version.projection())
                    .param("version", version.number())
                    .update();
        });
    }

    void inSchema(Version version, String sql) {
        transactions.executeWithoutResult(status -> {
            owner.sql("set local search_path to " + version.schema()).update();
            owner.sql(sql).update();
        });
    }

    /** One at a time among all nodes. */
    <T> T inOrder(Supplier<T> work) {
        return transactions.execute(status -> {
            owner.sql("lock table readmodel.live_version in exclusive mode").update();
            return work.get();
        });
    }

    Version makeNext(String projection) {
        var number = owner.sql("""
                        insert into readmodel.version (projection, version, shape)
                        select :projection, coalesce(max(version), 0) + 1, :shape
                        from readmodel.version
                        where projection = :projection
                        returning version""")
                .param("projection", projection)
                .param("shape", shape(projection))
                .query(Integer.class)
                .single();
        var version = new Version(projection, number);
        owner.sql("create schema " + version.schema()).update();
        inSchema(version, ddl(projection).tables());
        var granting = grants.on(version.schema());
        if (!granting.isBlank()) {
            owner.sql(granting).update();
        }
        owner.sql("set local search_path to default").update();
        return version;
    }

    private Ddl ddl(String projection) {
        var found = ddl.get(projection);
        if (found == null) {
            throw new IllegalArgumentException("no projection is called " + projection);
        }
        return found;
    }
}
