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
import io.taskledger.messages.account.NameDigest;
import io.taskledger.security.erasure.ErasedAccounts;
import io.taskledger.security.erasure.ErasureList;
import io.taskledger.security.erasure.Erasures;
import io.taskledger.security.key.KeyWiring;
import io.taskledger.security.key.Secrets;
import io.taskledger.security.key.SigningKeys;
import io.taskledger.security.key.SubjectKeys;
import io.taskledger.security.limit.ClientAddress;
import io.taskledger.security.limit.RateLimits;
import io.taskledger.security.limit.Throttle;
import io.taskledger.security.link.EmailVerification;
import io.taskledger.security.link.LinkMail;
import io.taskledger.security.link.LinkWiring;
import io.taskledger.security.link.Links;
import io.taskledger.security.password.CountingEncoder;
import io.taskledger.security.password.Credentials;
import io.taskledger.security.password.PasswordAccounts;
import io.taskledger.security.password.PasswordChanges;
import io.taskledger.security.password.PasswordHashes;
import io.taskledger.security.password.PasswordPolicy;
import io.taskledger.security.password.PasswordWiring;
import io.taskledger.security.session.OwnSessions;
import io.taskledger.security.session.SessionWiring;
import io.taskledger.security.session.Sessions;
import io.taskledger.security.token.AccessTokens;
import io.taskledger.security.token.PersonalTokens;
import io.taskledger.security.token.RenewableSessions;
import io.taskledger.security.token.TokenWiring;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.security.crypto.password.PasswordEncoder;

/** This module as the product wires it, on a database of its own, with a clock that stands still and cheap hashes. */
public final class Installation {

    public static final String PASSWORD = "violet-anvil-93";

    public final SecurityDatabase database = SecurityDatabase.fresh();
    public final SettableClock clock = new SettableClock();
    public final CountingEncoder encoder = CountingEncoder.cheap();
    public final Secrets secrets = new Secrets("thirty-two bytes for a test key!".getBytes(StandardCharsets.US_ASCII));
    public final NameDigest names = new KeyWiring().nameDigest(secrets);
    public final RecordingBus bus = new RecordingBus(database, names);
    public final Sessions sessions = new Sessions(database.jdbc(), clock);
    public final RowsAndEvents work = new RowsAndEvents(
            DefaultCommandGateway.builder().commandBus(bus.bus).build(), database.transaction());
    public final Credentials credentials = new Credentials(database.jdbc(), names, clock);
    public final PasswordPolicy policy = new PasswordPolicy(settings(Path.of("unused")));
    public final Links links = new Links(database.jdbc(), names, secrets, clock);
    /** What was to be mailed: the links' ids, in order. */
    public final List<String> mailed = Collections.synchronizedList(new ArrayList<>());

    public final LinkMail mail = (purpose, to, link) -> mailed.add(link);
    /** The addresses that accounts have by now. */
    public final Map<UserId, String> addresses = new ConcurrentHashMap<>();

    public final PasswordChanges passwords = new PasswordWiring()
            .passwordChanges(
                    work,
                    credentials,
                    sessions,
                    hashes(encoder),
                    policy,
                    queries(),
                    links,
                    mail,
                    throttle(RateLimits.NONE));
    public final EmailVerification proof = new LinkWiring().emailVerification(work, queries(), links, mail);
    public final PasswordAccounts accounts = accountsWith(encoder);
    public final SigningKeys signing = new SigningKeys(database.jdbc(), secrets, Duration.ofHours(12), clock);
    private final TokenWiring wiring = new TokenWiring();
    public final AccessTokens tokens = wiring.accessTokens(signing, sessions, clock);
    public final OwnSessions ownSessions = new SessionWiring().ownSessions(sessions, accounts);
    public final PersonalTokens personalTokens =
            wiring.personalTokens(work, database.jdbc(), sessions, accounts, clock);
    public final RenewableSessions renewable =
            wiring.renewableSessions(work, database.jdbc(), accounts, tokens, throttle(RateLimits.NONE), clock);
    public final SubjectKeys keys = new SubjectKeys(database.apart(), secrets);
    /** Whose belongings were purged, as often as that was asked for. */
    public final List<UserId> purged = Collections.synchronizedList(new ArrayList<>());

    public final ErasureList list = new ErasureList(settings(keysFolder()));
    public final Erasures erasures = new Erasures(database.jdbc(), keys, this::nothingLeft, list, work, clock);
    public final ErasedAccounts deletion =
            new ErasedAccounts(work, passwords, credentials, sessions, links, erasures, Runnable::run);

    public PasswordAccounts accountsWith(PasswordEncoder hashing) {
        return accountsWith(hashing, RateLimits.NONE);
    }

    public PasswordAccounts accountsWith(PasswordEncoder hashing, RateLimits limits) {
        var settings = settings(Path.of("unused"));
        return new PasswordAccounts(
                work, credentials, sessions, hashes(hashing), policy, throttle(limits), settings, clock);
    }

    private Throttle throttle(RateLimits limits) {
        return new Throttle(limits, new ClientAddress(), names);
    }

    private static PasswordHashes hashes(PasswordEncoder hashing) {
        return new PasswordHashes(hashing, 2, Duration.ofSeconds(5));
    }

    public static SecuritySettings settings(Path keysFolder) {
        return SecuritySettings.defaults(keysFolder, URI.create("http://localhost:8080"));
    }

    public UserId registered(String name) {
        var userId = accounts.register(name, name + "@example.org", PASSWORD, Via.REST);
        addresses.put(userId, name + "@example.org");
        return userId;
    }

    public SignedIn signedIn(String name) {
        return accounts.signIn(name, PASSWORD, Via.REST).orElseThrow();
    }

    /** The token in the last mail to this address. */
    public String mailedTo(String address) {
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
