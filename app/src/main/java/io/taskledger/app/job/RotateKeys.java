package io.taskledger.app.job;

import java.util.Map;

import io.taskledger.security.key.SigningKeys;
import org.springframework.stereotype.Component;

/** Lets a new key sign access tokens. */
@Component
public final class RotateKeys implements JobKind {

    public static final String NAME = "keys-rotate";

    /** Whether the keys of before verify nothing any more: {@code true} or {@code false}. */
    public static final String AT_ONCE = "at-once";

    private final SigningKeys keys;

    RotateKeys(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(Map<String, String> arguments, byte[] input, Progress progress) {
        var atOnce = Boolean.parseBoolean(arguments.get(AT_ONCE));
        var kid = keys.rotate(atOnce);
        return "The key " + kid + " signs access tokens from now on. "
                + (atOnce
                        ? "Tokens of before are refused; programs refresh, or sign in anew."
                        : "Tokens of before are good until they run out.");
    }
}
