package io.taskledger.security;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

import io.taskledger.security.limit.ClientAddress;
import io.taskledger.security.limit.RateLimits;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.springframework.security.crypto.password.PasswordEncoder;

/** This module as the product wires it, on a database of its own, with a clock that stands still and cheap hashes. */
final class Installation {

    static final String PASSWORD = "violet-anvil-93";

    final SecurityDatabase database = SecurityDatabase.fresh();
    final SettableClock clock = new SettableClock();
    final CountingEncoder encoder = CountingEncoder.cheap();
    final Secrets secrets = new Secrets("thirty-two bytes for a test key!".getBytes(StandardCharsets.US_ASCII));
    final ReservedNames names = new ReservedNames(secrets);
    final RecordingBus bus = new RecordingBus(database, names);
    final Sessions sessions = new Sessions(database.jdbc(), clock);
    final PasswordAccounts accounts = accountsWith(encoder);
    final JwtAccessTokens tokens = new JwtAccessTokens(secrets, sessions, clock);

    PasswordAccounts accountsWith(PasswordEncoder hashing) {
        return accountsWith(hashing, RateLimits.NONE);
    }

    PasswordAccounts accountsWith(PasswordEncoder hashing, RateLimits limits) {
        var settings = settings(Path.of("unused"));
        return new PasswordAccounts(
                DefaultCommandGateway.builder().commandBus(bus.bus).build(),
                database.transaction(),
                new Credentials(database.jdbc(), names, clock),
                sessions,
                new PasswordHashes(hashing, 2, Duration.ofSeconds(5)),
                new PasswordPolicy(settings),
                new Throttle(limits, new ClientAddress(), names),
                settings,
                clock);
    }

    static SecuritySettings settings(Path keysFolder) {
        return SecuritySettings.defaults(keysFolder, URI.create("http://localhost:8080"));
    }
}
