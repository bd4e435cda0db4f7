package io.taskledger.storage;

import java.net.URI;
import java.util.Optional;

/**
 * A bucket of a server that speaks the S3 protocol.
 *
 * @param endpoint of a server that is not Amazon's; addressed by path, as such servers understand it
 */
public record S3Settings(Optional<URI> endpoint, String bucket, String region, String key, String secret) {

    /** Without the secret: this text ends up in logs. */
    @Override
    public String toString() {
        return "S3Settings[" + endpoint.map(URI::toString).orElse("Amazon") + ", " + bucket + " in " + region + "]";
    }
}
