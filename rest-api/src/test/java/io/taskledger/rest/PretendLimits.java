package io.taskledger.rest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.taskledger.security.limit.RateLimit;
import io.taskledger.security.limit.RateLimited;
import io.taskledger.security.limit.RateLimits;

/** Remembers what was counted; what a test wants refused is. */
public class PretendLimits implements RateLimits {

    public final List<String> taken = new ArrayList<>();
    private final Map<RateLimit, Duration> refused = new EnumMap<>(RateLimit.class);

    public void clear() {
        taken.clear();
        refused.clear();
    }

    public void refuse(RateLimit limit, Duration retryAfter) {
        refused.put(limit, retryAfter);
    }

    @Override
    public void take(RateLimit limit, String whose) {
        if (refused.containsKey(limit)) {
            throw new RateLimited(limit.usual(), refused.get(limit));
        }
        taken.add(limit + " " + whose);
    }
}
