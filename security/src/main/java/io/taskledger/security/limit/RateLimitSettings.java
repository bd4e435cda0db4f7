package io.taskledger.security.limit;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** @param allowances what has none is not limited */
public record RateLimitSettings(Map<RateLimit, Allowance> allowances) {

    public RateLimitSettings {
        allowances = Map.copyOf(allowances);
    }

    public static RateLimitSettings defaults() {
        return new RateLimitSettings(
                Arrays.stream(RateLimit.values()).collect(Collectors.toMap(limit -> limit, RateLimit::usual)));
    }

    public static RateLimitSettings off() {
        return new RateLimitSettings(Map.of());
    }

    Optional<Allowance> of(RateLimit limit) {
        return Optional.ofNullable(allowances.get(limit));
    }
}
