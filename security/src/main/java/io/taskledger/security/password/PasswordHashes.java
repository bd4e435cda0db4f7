package io.taskledger.security.password;

import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords, few at once: each takes {@value #MEMORY_KIB} KiB and a core for some tens of milliseconds, so that
 * guessing is dear, and a flood of sign-ins must wait its turn instead of taking the machine.
 *
 * <p>Argon2id (RFC 9106) with the figures of OWASP's Password Storage Cheat Sheet: 19 MiB, 2 passes, 1 lane. Passwords
 * are composed (NFKC) first, as NIST SP 800-63B §3.1.1.2 asks: keyboards write the same letter in several ways.
 */
public final class PasswordHashes {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int MOST_CHARACTERS = 1_000;

    /** The form of a hash with our figures, which no password has: checking against it takes as long as any check. */
    static final String NOBODYS = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(MEMORY_KIB, PASSES, LANES, "bm9ib2R5aGFzdGhpc29uZQ", "A".repeat(43));

    private final PasswordEncoder encoder;
    private final Semaphore permits;
    private final Duration patience;

    public PasswordHashes(PasswordEncoder encoder, int atOnce, Duration patience) {
        this.encoder = encoder;
        this.permits = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    static PasswordEncoder argon2id() {
        return new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    }

    /**
     * @throws TooBusy where no turn came in time
     * @throws IllegalArgumentException where the password is so long that hashing it would be an attack
     */
    String hash(String password) {
        if (!checkable(password)) {
            throw new IllegalArgumentException("a password has at most " + MOST_CHARACTERS + " characters");
        }
        return inTurn(() -> encoded(password));
    }

    /** @throws TooBusy where no turn came in time */
    boolean matches(String password, String hash) {
        return checkable(password) && inTurn(() -> encoder.matches(composed(password), hash));
    }

    /** Takes as long as {@link #matches}, for a name that nobody has. */
    void matchNobody(String password) {
        matches(password, NOBODYS);
    }

    /** The hash was made with lower figures than today's. */
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooBusy(patience);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TooBusy(patience);
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private String encoded(String password) {
        var hash = encoder.encode(composed(password));
        if (hash == null) {
            throw new IllegalStateException("a password that is there has a hash");
        }
        return hash;
    }

    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /** Also without half surrogates: those have no bytes, so no account can have such a password. */
    private static boolean checkable(String password) {
        return password.length() <= MOST_CHARACTERS
                && password.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
