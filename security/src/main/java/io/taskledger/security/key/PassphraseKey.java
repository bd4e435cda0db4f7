package io.taskledger.security.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.text.Normalizer;

import javax.crypto.AEADBadTagException;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

import io.taskledger.ledger.transfer.Authenticity;
import io.taskledger.ledger.transfer.LedgerLine.KeyDerivation;
import io.taskledger.ledger.transfer.NoLedgerFile;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * The key of a ledger's file, of a passphrase by Argon2id with the second recommended figures of RFC 9106 §4: 64 MiB, 3
 * passes, 4 lanes. More than for passwords, since whoever has the file may guess for as long as they like.
 */
public final class PassphraseKey {

    /** What a passphrase has at least, in characters. */
    public static final int LEAST_CHARACTERS = 8;

    private static final String ARGON2ID = "argon2id";
    private static final int MEMORY_KIB = 65_536;
    private static final int PASSES = 3;
    private static final int LANES = 4;
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;

    /** Beyond that a file is no ledger's but an attack. */
    private static final int MOST_MEMORY_KIB = 1 << 20;

    private static final int MOST_PASSES = 64;
    private static final byte[] CHECK = "taskledger ledger file".getBytes(StandardCharsets.US_ASCII);
    private static final String MAC = "HmacSHA256";

    private final byte[] root;
    private final KeyDerivation derivation;

    private PassphraseKey(byte[] root, KeyDerivation derivation) {
        this.root = root;
        this.derivation = derivation;
    }

    /** Of a file that is begun. */
    public static PassphraseKey fresh(String passphrase) {
        var salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        var root = derived(passphrase, new KeyDerivation(ARGON2ID, MEMORY_KIB, PASSES, LANES, salt, new byte[0]));
        var check = Aead.seal(derive(root, "check", Aead.ALGORITHM), CHECK, CHECK);
        return new PassphraseKey(root, new KeyDerivation(ARGON2ID, MEMORY_KIB, PASSES, LANES, salt, check));
    }

    /**
     * Of a file that is there.
     *
     * @throws NoLedgerFile where the passphrase is another, or the file asks for what no file of ours does
     */
    public static PassphraseKey of(String passphrase, KeyDerivation derivation) throws NoLedgerFile {
        if (!derivation.algorithm().equals(ARGON2ID)
                || derivation.memoryKib() < 8 * derivation.lanes()
                || derivation.memoryKib() > MOST_MEMORY_KIB
                || derivation.passes() < 1
                || derivation.passes() > MOST_PASSES
                || derivation.lanes() < 1) {
            throw new NoLedgerFile("derives its key in a way that this version does not know.");
        }
        var root = derived(passphrase, derivation);
        try {
            Aead.open(derive(root, "check", Aead.ALGORITHM), CHECK, derivation.check());
        } catch (AEADBadTagException wrong) {
            throw new NoLedgerFile("was written under another passphrase.");
        }
        return new PassphraseKey(root, derivation);
    }

    /** For the file's header. */
    public KeyDerivation derivation() {
        return derivation;
    }

    /** A code over the file, HMAC-SHA256 (RFC 2104). */
    public Authenticity authenticity() {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(derive(root, "code", MAC));
            return new Authenticity() {
                @Override
                public void update(byte[] bytes) {
                    mac.update(bytes);
                }

                @Override
                public byte[] code() {
                    return mac.doFinal();
                }
            };
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has " + MAC, missing);
        }
    }

    byte[] wrap(byte[] about, byte[] clear) {
        return Aead.seal(derive(root, "keys", Aead.ALGORITHM), about, clear);
    }

    /** @throws InvalidKeyException where it was not wrapped by this key */
    byte[] unwrap(byte[] about, byte[] wrapped) throws InvalidKeyException {
        try {
            return Aead.open(derive(root, "keys", Aead.ALGORITHM), about, wrapped);
        } catch (AEADBadTagException forged) {
            throw new InvalidKeyException("not wrapped by this key", forged);
        }
    }

    private static byte[] derived(String passphrase, KeyDerivation derivation) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(derivation.salt())
                .withMemoryAsKB(derivation.memoryKib())
                .withIterations(derivation.passes())
                .withParallelism(derivation.lanes())
                .build());
        var root = new byte[KEY_BYTES];
        // Composed first: keyboards write the same letter in several ways.
        generator.generateBytes(
                Normalizer.normalize(passphrase, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8), root);
        return root;
    }

    private static SecretKey derive(byte[] root, String purpose, String algorithm) {
        try {
            var info = ("taskledger ledger file " + purpose).getBytes(StandardCharsets.UTF_8);
            var parameters = HKDFParameterSpec.ofExtract().addIKM(root).thenExpand(info, KEY_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform from 25 on has HKDF-SHA256", missing);
        }
    }
}
