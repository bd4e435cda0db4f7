package io.taskledger.app.health;

import io.taskledger.query.feed.Feeds;
import io.taskledger.query.feed.VersionFeed;
import io.taskledger.query.projection.Projection;
import io.taskledger.query.projection.Versions;
import io.taskledger.query.projection.Versions.Version;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Ready once each projection is live in this node's shape, and for as long as this node's feeds run; where one is in
 * trouble, readers would be told old news.
 */
@Component("projections")
class ProjectionsHealthIndicator implements HealthIndicator {

    private final Versions versions;
    private final Feeds feeds;

    ProjectionsHealthIndicator(Versions versions, Feeds feeds) {
        this.versions = versions;
        this.feeds = feeds;
    }

    @Override
    public Health health() {
        try {
            return known();
        } catch (DataAccessException away) {
            return Health.down().build();
        }
    }

    private Health known() {
        var health = Health.up();
        for (var projection : Projection.all()) {
            var state = versions.live(projection.name()).map(this::state).orElse(State.FILLING);
            health.withDetail(projection.name(), state);
            if (state != State.RUNNING) {
                health.down();
            }
        }
        return health.build();
    }

    private State state(Version live) {
        return feeds.feed(live).map(ProjectionsHealthIndicator::state).orElse(State.STOPPED);
    }

    private static State state(VersionFeed feed) {
        if (!feed.isRunning()) {
            return State.STOPPED;
        }
        return feed.error().isPresent() ? State.FAILING : State.RUNNING;
    }

    private enum State {
        RUNNING,
        FAILING,
        FILLING,
        STOPPED
    }
}
