package io.taskledger.rest.activity;

import java.io.IOException;
import java.time.Clock;

import io.taskledger.messages.activity.Activity;
import io.taskledger.messages.activity.ActivityFilter;
import io.taskledger.messages.activity.ActivityQuery.ReadActivity;
import io.taskledger.rest.export.ExportArchive;
import io.taskledger.rest.export.ExportPart;
import io.taskledger.rest.gateway.Gateways;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What one did, and what was done where one may look. */
@Component
@Order(5)
class ExportedActivity implements ExportPart {

    private static final int PAGE = 100;

    private final Gateways gateways;
    private final Clock clock;

    ExportedActivity(Gateways gateways, Clock clock) {
        this.gateways = gateways;
        this.clock = clock;
    }

    @Override
    public void writeTo(ExportArchive archive) throws IOException {
        // Up to now: newest first, what comes meanwhile would move the pages.
        var untilNow = new ActivityFilter(null, null, null, null, clock.instant());
        archive.list(
                "activity.json",
                ExportArchive.paged(
                        before -> gateways.list(new ReadActivity(untilNow, PAGE, before), Activity.class).stream()
                                .map(ActivityAnswer::of)
                                .toList()));
    }
}
