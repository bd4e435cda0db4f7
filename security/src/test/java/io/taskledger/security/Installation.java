package io.taskledger.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountDetails;
import io.taskledger.messages.account.AccountQuery.FindOwnAccount;
import io.taskledger.security.limit.ClientAddress;
import io.taskledger.security.limit.RateLimits;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
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
    final RowsAndEvents work = new RowsAndEvents(
            DefaultCommandGateway.builder().commandBus(bus.bus).build(), database.transaction());
    final Credentials credentials = new Credentials(database.jdbc(), names, clock);
    final PasswordPolicy policy = new PasswordPolicy(settings(Path.of("unused")));
    final Links links = new Links(database.jdbc(), names, secrets, clock);
    /** What was to be mailed: the links' ids, in order. */
    final List<String> mailed = Collections.synchronizedList(new ArrayList<>());

    final LinkMail mail = (purpose, to, link) -> mailed.add(link);
    /** The addresses that accounts have by now. */
    final Map<UserId, String> addresses = new ConcurrentHashMap<>();

    final OwnAccounts own = new OwnAccounts(queries());
    final RecordedPasswords passwords = new RecordedPasswords(
            work,
            credentials,
            sessions,
            hashes(encoder),
            policy,
            own,
            links,
            mail,
            new Throttle(RateLimits.NONE, new ClientAddress(), names));
    final MailedProof proof = new MailedProof(work, own, links, mail);
    final PasswordAccounts accounts = accountsWith(encoder);
    final SigningKeys signing = new SigningKeys(database.jdbc(), secrets, Duration.ofHours(12), clock);
    final JwtAccessTokens tokens = new JwtAccessTokens(signing, sessions, clock);
    final RecordedSessions ownSessions = new RecordedSessions(sessions, accounts);
    final HashedTokens personalTokens = new HashedTokens(work, database.jdbc(), sessions, accounts, clock);
    final RotatingTokens renewable = new RotatingTokens(
            work,
            new RefreshTokens(database.jdbc(), clock),
            accounts,
            tokens,
            new Throttle(RateLimits.NONE, new ClientAddress(), names),
            clock);
    final SubjectKeys keys = new SubjectKeys(database.apart(), secrets);
    /** Whose belongings were purged, as often as that was asked for. */
    final List<UserId> purged = Collections.synchronizedList(new ArrayList<>());

    final ErasureList list = new ErasureList(settings(keysFolder()));
    final Erasures erasures = new Erasures(database.jdbc(), keys, this::nothingLeft, list, work, clock);
    final ErasedAccounts deletion =
            new ErasedAccounts(work, passwords, credentials, sessions, links, erasures, Runnable::run);

    PasswordAccounts accountsWith(PasswordEncoder hashing) {
        return accountsWith(hashing, RateLimits.NONE);
    }

    PasswordAccounts accountsWith(PasswordEncoder hashing, RateLimits limits) {
        var settings = settings(Path.of("unused"));
        return new PasswordAccounts(
                work,
                credentials,
                sessions,
                hashes(hashing),
                policy,
                new Throttle(limits, new ClientAddress(), names),
                settings,
                clock);
    }

    private static PasswordHashes hashes(PasswordEncoder hashing) {
        return new PasswordHashes(hashing, 2, Duration.ofSeconds(5));
    }

    static SecuritySettings settings(Path keysFolder) {
        return SecuritySettings.defaults(keysFolder, URI.create("http://localhost:8080"));
    }

    UserId registered(String name) {
        var userId = accounts.register(name, name + "@example.org", PASSWORD, Via.REST);
        addresses.put(userId, name + "@example.org");
        return userId;
    }

    SignedIn signedIn(String name) {
        return accounts.signIn(name, PASSWORD, Via.REST).orElseThrow();
    }

    /** The token in the last mail to this address. */
    String mailedTo(String address) {
        return links.token(mailed.getLast(), address).orElseThrow();
    }

    private static Path keysFolder() {
        try {
            var folder = Files.createTempDirectory("keys");
            folder.toFile().deleteOnExit();
            folder.resolve(ErasureList.FILE).toFile().deleteOnExit();
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** There was something when it is asked for the first time. */
    private boolean nothingLeft(UserId whose) {
        var asked = purged.contains(whose);
        purged.add(whose);
        return asked;
    }

    private QueryGateway queries() {
        var bus = SimpleQueryBus.builder().build();
        bus.subscribe(
                FindOwnAccount.class.getName(),
                AccountDetails.class,
                _ -> Acting.now()
                        .map(actor -> AccountDetails.fresh(
                                actor.userId(), "known", addresses.get(actor.userId()), SettableClock.START))
                        .orElseThrow());
        return DefaultQueryGateway.builder().queryBus(bus).build();
    }
}
