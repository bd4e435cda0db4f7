package io.taskledger.query.feed;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.taskledger.query.projection.FailureText;
import io.taskledger.query.projection.LiveVersions;
import io.taskledger.query.projection.ProjectionProgress;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.Versions;
import io.taskledger.query.projection.Versions.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/** This node's feeds: one for each version that nodes of its shape shall feed, as the database says at the moment. */
public final class Feeds implements SmartLifecycle, ProjectionProgress.Here {

    private static final Logger log = LoggerFactory.getLogger(Feeds.class);
    private static final Duration LOOK = Duration.ofMillis(250);

    /** A batch is over within this, unless the database is away. */
    private static final Duration STOPPED = Duration.ofSeconds(10);

    private final Map<String, ReadModel> models;
    private final Versions versions;
    private final LiveVersions live;
    private final FeedKit kit;
    private final JdbcClient jdbc;
    private final SkippedEvents skipped;
    private final Map<Version, VersionFeed> running = new ConcurrentHashMap<>();
    private final Map<Version, String> errors = new ConcurrentHashMap<>();
    private final Thread looking =
            Thread.ofPlatform().name("projection-feeds").daemon().unstarted(this::look);
    private volatile boolean started;

    public Feeds(List<ReadModel> models, Versions versions, LiveVersions live, FeedKit kit, JdbcClient jdbc) {
        this.models = models.stream().collect(Collectors.toUnmodifiableMap(ReadModel::name, Function.identity()));
        this.versions = versions;
        this.live = live;
        this.kit = kit;
        this.jdbc = jdbc;
        this.skipped = new SkippedEvents(jdbc);
    }

    @Override
    public void start() {
        started = true;
        reconcile();
        looking.start();
    }

    @Override
    public void stop() {
        started = false;
        looking.interrupt();
        var stopping = running.values().stream().map(VersionFeed::stop).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(stopping)
                .orTimeout(STOPPED.toSeconds(), TimeUnit.SECONDS)
                .exceptionally(away -> {
                    log.warn("The projections' claims are left to run out: {}", String.valueOf(away));
                    return null;
                })
                .join();
        running.clear();
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** The feed of a version on this node, whether or not it has the token. */
    public Optional<VersionFeed> feed(Version version) {
        return Optional.ofNullable(running.get(version));
    }

    @Override
    public OptionalLong position(Version version) {
        var feed = running.get(version);
        return feed == null ? OptionalLong.empty() : feed.position();
    }

    @Override
    public void awaited(Version version) {
        var feed = running.get(version);
        if (feed != null) {
            feed.awaited();
        }
    }

    /** A feed that does not run: for the dead letters of a version, and their retry. */
    public VersionFeed idle(Version version) {
        return make(version);
    }

    /** Starts and stops what the database says; the others do so within a moment. */
    public synchronized void reconcile() {
        var wanted = new HashSet<>(versions.fed());
        for (var version : wanted) {
            if (started && !running.containsKey(version)) {
                var feed = make(version);
                running.put(version, feed);
                feed.start();
            }
        }
        for (var version : List.copyOf(running.keySet())) {
            if (!wanted.contains(version)) {
                stop(version);
            }
        }
    }

    private void stop(Version version) {
        var feed = running.remove(version);
        if (feed != null) {
            feed.stop().join();
        }
    }

    private VersionFeed make(Version version) {
        var model = models.get(version.projection());
        if (model == null) {
            throw new IllegalStateException("no read model is called " + version.projection());
        }
        return new VersionFeed(model, version, kit, live, skipped.of(version.projection()));
    }

    private void look() {
        while (started) {
            LockSupport.parkNanos(LOOK.toNanos());
            try {
                reconcile();
                running.values().forEach(VersionFeed::tryAgain);
                running.values().forEach(this::noteError);
            } catch (DataAccessException | TransactionException away) {
                log.warn("Projections wait for the database: {}", away.getMessage());
            }
        }
    }

    /** For the status that any node tells. */
    private void noteError(VersionFeed feed) {
        var error = feed.error().map(FailureText::of).orElse("");
        if (feed.position().isPresent() && !error.equals(errors.put(feed.version(), error))) {
            jdbc.sql("""
                            update readmodel.version set last_error = nullif(:error, '')
                            where projection = :projection and version = :version""")
                    .param("error", error)
                    .param("projection", feed.version().projection())
                    .param("version", feed.version().number())
                    .update();
        }
    }
}
