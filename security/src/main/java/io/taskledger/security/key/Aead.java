package io.taskledger.security.key;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM (NIST SP 800-38D): nonce, ciphertext and tag in a row. The nonce is random, so a key may seal 2³² times
 * (§8.3); no subject comes near that.
 */
public final class Aead {

    public static final String ALGORITHM = "AES";
    static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    /** To find one takes longer than to use it. */
    private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(Aead::cipher);

    private Aead() {}

    static byte[] randomKey() {
        var key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    /** @param about what else must be the same when it is opened */
    public static byte[] seal(SecretKey key, byte[] about, byte[] clear) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var sealed = Arrays.copyOf(nonce, NONCE_BYTES + clear.length + TAG_BYTES);
        try {
            var cipher = CIPHERS.get();
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
            cipher.updateAAD(about);
            cipher.doFinal(clear, 0, clear.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM seals whatever it is given", impossible);
        }
    }

    /** @throws AEADBadTagException where the key or what it is about is another, or anything was changed */
    public static byte[] open(SecretKey key, byte[] about, byte[] sealed) throws AEADBadTagException {
        if (sealed.length < NONCE_BYTES + TAG_BYTES) {
            throw new AEADBadTagException("too short to have been sealed");
        }
        try {
            var cipher = CIPHERS.get();
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, sealed, 0, NONCE_BYTES));
            cipher.updateAAD(about);
            return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException forged) {
            throw forged;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM opens what it sealed", impossible);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has AES-GCM", missing);
        }
    }
}
