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
        var resourceType = query.optional("resource_type", Kinds.TEXT);
        var action = query.optional("action", Kinds.TEXT);
        var person = query.optional("person", Kinds.TEXT);
        var from = query.optional("start_date", TimeKinds.BEGINNING);
        var to = query.optional("end_date", TimeKinds.END);
        var limit = query.optional("limit", Kinds.between(1, LARGEST_PAGE));
        var offset = query.optional("offset", Kinds.between(0, Integer.MAX_VALUE));
        query.enforce();

        var filter =
                new ActivityFilter(resourceType.orNull(), action.orNull(), person.orNull(), from.orNull(), to.orNull());
        return new ReadActivity(filter, limit.or(USUAL_PAGE), offset.or(0));
    }
}
