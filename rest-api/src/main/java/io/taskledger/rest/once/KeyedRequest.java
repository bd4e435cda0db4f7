package io.taskledger.rest.once;

import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import io.taskledger.messages.MetadataKeys;
import io.taskledger.messages.Receipt;

/**
 * A request under a key, while it is answered. Each command that it sends is done once under the key: the second one of
 * the request, as of a bulk change, under the key and its number.
 */
public final class KeyedRequest {

    private static final String ATTRIBUTE = KeyedRequest.class.getName();

    private final String key;
    private final String digest;
    private int commands;
    private boolean repeated;

    KeyedRequest(String key, String digest) {
        this.key = key;
        this.digest = digest;
    }

    /** Empty where the request has no key. */
    public static Optional<KeyedRequest> of(HttpServletRequest request) {
        return Optional.ofNullable((KeyedRequest) request.getAttribute(ATTRIBUTE));
    }

    void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** What the next command of the request carries. */
    public Map<String, String> nextCommand() {
        commands++;
        // A client's key has no line feed.
        var own = commands == 1 ? key : key + "\n" + commands;
        return Map.of(MetadataKeys.IDEMPOTENCY_KEY, own, MetadataKeys.REQUEST_DIGEST, digest);
    }

    public void heard(Receipt receipt) {
        repeated |= receipt.repeated();
    }

    String key() {
        return key;
    }

    String digest() {
        return digest;
    }

    /** Whether any command was sent. */
    public boolean asked() {
        return commands > 0;
    }

    /** Whether a command of it had been done before. */
    boolean repeated() {
        return repeated;
    }
}
