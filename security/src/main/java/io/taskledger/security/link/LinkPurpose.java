package io.taskledger.security.link;

import java.time.Duration;
import java.util.Locale;

/** What a mailed link is for. Stored by its name in lower case. */
public enum LinkPurpose {
    VERIFY_EMAIL(Duration.ofHours(24)),
    RESET_PASSWORD(Duration.ofMinutes(30));

    private final Duration life;

    LinkPurpose(Duration life) {
        this.life = life;
    }

    Duration life() {
        return life;
    }

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
