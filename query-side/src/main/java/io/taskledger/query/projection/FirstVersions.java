package io.taskledger.query.projection;

import java.util.Map;
import java.util.stream.Collectors;

import io.taskledger.messages.projection.RebuildId;
import io.taskledger.query.projection.Versions.Version;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a node that starts finds, or makes: a version of its own shape for each projection. On an empty ledger a fresh one
 * is live at once; else it is empty until a rebuild, asked for here, has filled another one of the shape.
 */
public final class FirstVersions {

    private final JdbcClient jdbc;
    private final Versions versions;
    private final Map<String, Version> found;

    /**
     * Nodes that start at the same time take turns.
     *
     * @param owner by whom versions are made, in the same transactions
     */
    public FirstVersions(JdbcClient owner, Versions known) {
        this.jdbc = owner;
        this.versions = known.asOwner();
        this.found = Projection.all().stream()
                .map(Projection::name)
                .collect(Collectors.toUnmodifiableMap(
                        name -> name,
                        name -> versions.inOrder(() -> versions.live(name).orElseGet(() -> first(name)))));
    }

    /** The version whose tables the entities were checked against; its schema is in the SQL that JPA makes. */
    public Version of(String projection) {
        var version = found.get(projection);
        if (version == null) {
            throw new IllegalArgumentException("no projection is called " + projection);
        }
        return version;
    }

    boolean isProjection(String name) {
        return found.containsKey(name);
    }

    private Version first(String projection) {
        var empty = versions.makeNext(projection);
        versions.index(empty);
        jdbc.sql("set local search_path to default").update();
        if (jdbc.sql("select exists (select from ledger.event)")
                .query(Boolean.class)
                .single()) {
            askForRebuild(projection);
        } else {
            startToken(empty);
            jdbc.sql("insert into readmodel.live_version (projection, version, shape) values (:name, :number, :shape)")
                    .param("name", projection)
                    .param("number", empty.number())
                    .param("shape", versions.shape(projection))
                    .update();
            versions.feed(empty);
        }
        return empty;
    }

    /** Before the first event; no processor has to guess where to begin. */
    private void startToken(Version version) {
        new Tokens(jdbc).write(version, 0);
    }

    private void askForRebuild(String projection) {
        jdbc.sql("""
                        insert into readmodel.rebuild (id, projection, shape, afterwards)
                        values (:id, :projection, :shape, 'SWAP')
                        on conflict do nothing""")
                .param("id", RebuildId.next().text())
                .param("projection", projection)
                .param("shape", versions.shape(projection))
                .update();
    }
}
