package io.taskledger.rest.activity;

import io.taskledger.messages.activity.ActivityFilter;
import io.taskledger.messages.activity.ActivityQuery.ReadActivity;
import io.taskledger.rest.input.Kinds;
import io.taskledger.rest.input.QueryParameters;
import io.taskledger.rest.input.TimeKinds;

/** Reads which activities are asked for. */
final class ActivityListing {

    private static final int LARGEST_PAGE = 100;
    private static final int USUAL_PAGE = 50;

    private ActivityListing() {}

    static ReadActivity read(QueryParameters query) {
        var filter = filter(query);
        var limit = query.optional("limit", Kinds.between(1, LARGEST_PAGE));
        var offset = query.optional("offset", Kinds.between(0, Integer.MAX_VALUE));
        query.enforce();

        return new ReadActivity(filter, limit.or(USUAL_PAGE), offset.or(0));
    }

    /** Which of them; what is unreadable is among the query's problems. */
    static ActivityFilter filter(QueryParameters query) {
        return new ActivityFilter(
                query.optional("resource_type", Kinds.TEXT).orNull(),
                query.optional("action", Kinds.TEXT).orNull(),
                query.optional("person", Kinds.TEXT).orNull(),
                query.optional("start_date", TimeKinds.BEGINNING).orNull(),
                query.optional("end_date", TimeKinds.END).orNull());
    }
}
