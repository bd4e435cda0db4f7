package io.taskledger.security.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import javax.crypto.AEADBadTagException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.taskledger.security.SecuritySettings;

/** The keys of this installation: one master key, and from it a key of its own for each purpose (HKDF, RFC 5869). */
public final class Secrets {

    /** Wraps the keys that sign the tokens of programs. */
    static final String SIGNING_KEYS = "signing-keys";

    /** Hides the unique names that are reserved. */
    public static final String RESERVATIONS = "reservations";

    /** Wraps the keys of subjects. */
    static final String SUBJECT_KEYS = "subject-keys";

    /** Seals the secrets in mailed links. */
    public static final String LINKS = "links";

    private static final String INHERITED = "inherited-keys";
    private static final String FINGERPRINT = "fingerprint";
    private static final int BYTES = 32;

    private final byte[] master;

    /** Keys of a master key from before, by what they are for. */
    private final Map<String, byte[]> inherited;

    public Secrets(byte[] master) {
        this(master, Map.of());
    }

    private Secrets(byte[] master, Map<String, byte[]> inherited) {
        this.master = master.clone();
        this.inherited = inherited;
    }

    /**
     * Finds the master key, or makes it where nothing was made with one yet.
     *
     * @throws KeyFault where it is malformed, lost, or not the one that the database was begun with
     */
    static Secrets open(SecuritySettings settings, KeyCheck check) {
        finishRotation(settings, check);
        var secrets = new Secrets(MasterKey.find(settings).orElseGet(() -> first(settings, check)));
        check.confirm(secrets.fingerprint());
        return new Secrets(secrets.master, secrets.unwrapped(check.inherited()));
    }

    /**
     * The key for one purpose; always the same for the same master key.
     *
     * @param purpose a short stable name: changing it changes the key
     * @param algorithm what it is for, such as {@code HmacSHA256}
     */
    public SecretKey derive(String purpose, String algorithm) {
        var older = inherited.get(purpose);
        return older == null ? derived(purpose, algorithm) : new SecretKeySpec(older, algorithm);
    }

    /** Says which master key it is, and nothing else of it. */
    byte[] fingerprint() {
        return derived(FINGERPRINT, "Generic").getEncoded();
    }

    /** The key that another master key has for a purpose, to be handed on under this one. */
    byte[] wrapped(String purpose, Secrets other) {
        return Aead.seal(
                derived(INHERITED, Aead.ALGORITHM),
                about(purpose),
                other.derive(purpose, Aead.ALGORITHM).getEncoded());
    }

    private Map<String, byte[]> unwrapped(Map<String, byte[]> keys) {
        var clear = new HashMap<String, byte[]>();
        keys.forEach((purpose, wrapped) -> {
            try {
                clear.put(purpose, Aead.open(derived(INHERITED, Aead.ALGORITHM), about(purpose), wrapped));
            } catch (AEADBadTagException changed) {
                throw new KeyFault("The key for " + purpose
                        + " in security.inherited_key is damaged: put that table back" + " from a backup");
            }
        });
        return Map.copyOf(clear);
    }

    private static byte[] about(String purpose) {
        return purpose.getBytes(StandardCharsets.UTF_8);
    }

    /** A rotation that was stopped behind its commit: the key that waits is the one that counts. */
    private static void finishRotation(SecuritySettings settings, KeyCheck check) {
        if (settings.masterKey() == null
                && MasterKey.findNext(settings)
                        .filter(next -> check.isOf(new Secrets(next).fingerprint()))
                        .isPresent()) {
            MasterKey.replaceByNext(settings, Instant.now());
        }
    }

    private SecretKey derived(String purpose, String algorithm) {
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
