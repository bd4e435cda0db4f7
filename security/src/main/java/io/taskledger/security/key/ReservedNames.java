package io.taskledger.security.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

import io.taskledger.messages.account.NameDigest;

/** Turns a name into what is reserved for it: the same for every spelling, and no way back without the key. */
final class ReservedNames implements NameDigest {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    ReservedNames(Secrets secrets) {
        this.key = secrets.derive(Secrets.RESERVATIONS, ALGORITHM);
    }

    @Override
    public byte[] of(String name) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(Folding.fold(name).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
        }
    }
}
