package io.taskledger.security.password;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(30)
class PasswordHashesTest {

    private final CountingEncoder encoder = CountingEncoder.cheap();
    private final PasswordHashes hashes = new PasswordHashes(encoder, 2, Duration.ofMillis(50));

    @Test
    void the_figures_are_those_of_owasp() {
        var real = new PasswordHashes(PasswordHashes.argon2id(), 1, Duration.ofSeconds(5));

        var hash = real.hash("violet-anvil-93");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(real.matches("violet-anvil-93", hash)).isTrue();
        assertThat(real.matches("violet-anvil-94", hash)).isFalse();
    }

    @Test
    void the_hash_of_nobody_has_the_form_and_the_figures_of_a_real_one() {
        var real = PasswordHashes.argon2id().encode("anything");

        assertThat(PasswordHashes.NOBODYS).hasSameSizeAs(real).startsWith(real.substring(0, real.lastIndexOf('=')));
        assertThat(PasswordHashes.argon2id().upgradeEncoding(PasswordHashes.NOBODYS))
                .isFalse();
        assertThat(new Argon2PasswordEncoder(16, 32, 1, 19_457, 2).upgradeEncoding(PasswordHashes.NOBODYS))
                .isTrue();
    }

    @Test
    void a_password_matches_however_the_keyboard_composes_its_letters() {
        assertThat(hashes.matches("caf\u0065\u0301-violets", hashes.hash("caf\u00e9-violets")))
                .isTrue();
    }

    @Test
    void a_password_too_long_to_be_anybodys_costs_nothing() {
        assertThat(hashes.matches("x".repeat(1_001), "whatever")).isFalse();
        assertThatThrownBy(() -> hashes.hash("x".repeat(1_001))).isInstanceOf(IllegalArgumentException.class);

        assertThat(encoder.matched).hasValue(0);
        assertThat(encoder.encoded).hasValue(0);
    }

    @Test
    void half_a_surrogate_pair_is_a_wrong_password_and_no_fault() {
        assertThat(hashes.matches("violet\ud83danvil", hashes.hash("violet-anvil-93")))
                .isFalse();
    }

    @Test
    void no_more_are_hashed_at_once_than_allowed() {
        var patient = new PasswordHashes(encoder, 2, Duration.ofSeconds(30));
        var twoAreIn = new CountDownLatch(2);
        encoder.meanwhile = () -> {
            twoAreIn.countDown();
            await(twoAreIn);
        };

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 12).forEach(i -> threads.submit(() -> patient.hash("violet-anvil-" + i)));
        }

        assertThat(encoder.encoded).hasValue(12);
        assertThat(encoder.mostAtOnce).hasValue(2);
    }

    @Test
    void who_waits_too_long_is_told_so_and_a_later_one_is_served() throws InterruptedException {
        var twoAreIn = new CountDownLatch(2);
        var done = new CountDownLatch(1);
        encoder.meanwhile = () -> {
            twoAreIn.countDown();
            await(done);
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 2).forEach(i -> threads.submit(() -> hashes.hash("violet-anvil-93")));
            twoAreIn.await();

            assertThatThrownBy(() -> hashes.hash("violet-anvil-93")).isInstanceOf(TooBusy.class);
            done.countDown();
        }
        assertThat(hashes.hash("violet-anvil-93")).startsWith("$argon2id$");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
