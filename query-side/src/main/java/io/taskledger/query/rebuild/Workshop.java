package io.taskledger.query.rebuild;

import javax.sql.DataSource;

import io.taskledger.ledger.LedgerEventStorageEngine;
import io.taskledger.ledger.LedgerRanges;
import io.taskledger.query.feed.FeedKit;
import io.taskledger.query.feed.Feeds;
import io.taskledger.query.feed.SkippedEvents;
import io.taskledger.query.projection.ReadModel;
import io.taskledger.query.projection.Tokens;
import io.taskledger.query.projection.Versions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What rebuilds are done with.
 *
 * @param lasting connections of their own that may take their time, and append nothing
 * @param operations where a swap is written down
 */
public record Workshop(
        LedgerEventStorageEngine engine,
        JdbcClient jdbc,
        DataSource lasting,
        Versions versions,
        Feeds feeds,
        FeedKit kit,
        OperationLog operations,
        Pace pace) {

    Tokens tokens() {
        return new Tokens(jdbc);
    }

    LedgerRanges ledger() {
        return new LedgerRanges(engine, lasting);
    }

    Letters letters() {
        return new Letters(jdbc, kit);
    }

    SkippedEvents skipped() {
        return new SkippedEvents(jdbc);
    }

    Examination examination(ReadModel model) {
        return new Examination(
                model, ledger(), kit.events(), lasting, letters(), skipped().of(model.name()));
    }
}
