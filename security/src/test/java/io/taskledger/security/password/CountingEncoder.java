package io.taskledger.security.password;

import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Counts what it is asked, and how many ask at once. */
public final class CountingEncoder implements PasswordEncoder {

    public final AtomicInteger encoded = new AtomicInteger();
    public final AtomicInteger matched = new AtomicInteger();
    public final AtomicInteger mostAtOnce = new AtomicInteger();

    /** Runs while a permit is held. */
    public volatile Runnable meanwhile = () -> {};

    private final AtomicInteger inside = new AtomicInteger();
    private final PasswordEncoder delegate;

    CountingEncoder(PasswordEncoder delegate) {
        this.delegate = delegate;
    }

    /** Argon2id with figures that cost next to nothing. */
    public static CountingEncoder cheap() {
        return new CountingEncoder(new Argon2PasswordEncoder(16, 32, 1, 64, 1));
    }

    @Override
    public String encode(CharSequence password) {
        encoded.incrementAndGet();
        enter();
        try {
            return delegate.encode(password);
        } finally {
            inside.decrementAndGet();
        }
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
        matched.incrementAndGet();
        enter();
        try {
            return delegate.matches(password, hash);
        } finally {
            inside.decrementAndGet();
        }
    }

    @Override
    public boolean upgradeEncoding(String hash) {
        return delegate.upgradeEncoding(hash);
    }

    private void enter() {
        mostAtOnce.accumulateAndGet(inside.incrementAndGet(), Math::max);
        meanwhile.run();
    }
}
