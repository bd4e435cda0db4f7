package io.taskledger.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** The keys of this installation: one master key, and from it a key of its own for each purpose (HKDF, RFC 5869). */
public final class Secrets {

    /** Wraps the keys that sign the tokens of programs. */
    static final String SIGNING_KEYS = "signing-keys";

    /** Hides the unique names that are reserved. */
    public static final String RESERVATIONS = "reservations";

    /** Wraps the keys of subjects. */
    static final String SUBJECT_KEYS = "subject-keys";

    /** Seals the secrets in mailed links. */
    static final String LINKS = "links";

    private static final String FINGERPRINT = "fingerprint";
    private static final int BYTES = 32;

    private final byte[] master;

    Secrets(byte[] master) {
        this.master = master.clone();
    }

    /**
     * Finds the master key, or makes it where nothing was made with one yet.
     *
     * @throws KeyFault where it is malformed, lost, or not the one that the database was begun with
     */
    static Secrets open(SecuritySettings settings, KeyCheck check) {
        var secrets = new Secrets(MasterKey.find(settings).orElseGet(() -> first(settings, check)));
        check.confirm(secrets.derive(FINGERPRINT, "Generic").getEncoded());
        return secrets;
    }

    /**
     * The key for one purpose; always the same for the same master key.
     *
     * @param purpose a short stable name: changing it changes the key
     * @param algorithm what it is for, such as {@code HmacSHA256}
     */
    public SecretKey derive(String purpose, String algorithm) {
        try {
            var info = ("taskledger " + purpose).getBytes(StandardCharsets.UTF_8);
            var parameters = HKDFParameterSpec.ofExtract().addIKM(master).thenExpand(info, BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform from 25 on has HKDF-SHA256", missing);
        }
    }

    private static byte[] first(SecuritySettings settings, KeyCheck check) {
        if (check.begun()) {
            throw new KeyFault(
                    "The master key is lost: this database was begun with one, but " + MasterKey.file(settings)
                            + " is not there and the settings give none. Put it back from where it is kept; a new key could"
                            + " not read what the old one protects, so none was made.");
        }
        return MasterKey.make(settings);
    }
}
