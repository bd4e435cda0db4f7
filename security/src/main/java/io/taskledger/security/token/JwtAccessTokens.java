package io.taskledger.security.token;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.taskledger.messages.SessionId;
import io.taskledger.security.SignedIn;
import io.taskledger.security.key.SigningKeys;
import io.taskledger.security.session.Sessions;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Tokens that say which session they stand for, signed with ECDSA on P-256 and nothing else (ES256, RFC 7518 §3.4; RFC 8725
 * §3.1). What counts is the session's row: a token whose session has ended is worth nothing, however good its signature.
 */
final class JwtAccessTokens implements AccessTokens {

    static final String ISSUER = "taskledger";

    /** Whom the tokens are for: this product's REST interface. */
    static final String AUDIENCE = "taskledger";

    static final String USER = "uid";
    static final String SESSION = "sid";

    private static final Duration REMEMBERING = Duration.ofMinutes(5);
    private static final int REMEMBERED = 10_000;

    private final SigningKeys keys;
    private final Sessions sessions;
    private final String audience;
    private final Clock clock;
    private final JwtDecoder decoder;

    /** By the whole token: what was signed stays signed, so a busy program's is not looked through at each request. */
    private final Cache<String, Jwt> genuine = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(REMEMBERING)
            .build();

    JwtAccessTokens(SigningKeys keys, Sessions sessions, Clock clock) {
        this(keys, sessions, AUDIENCE, clock);
    }

    /** @param audience whom the tokens are for: those of another are refused */
    JwtAccessTokens(SigningKeys keys, Sessions sessions, String audience, Clock clock) {
        this.keys = keys;
        this.sessions = sessions;
        this.audience = audience;
        this.clock = clock;
        this.decoder = decoder(keys, audience, clock);
    }

    @Override
    public String issue(SignedIn session) {
        var key = keys.signing();
        var header = new JWSHeader.Builder(SigningKeys.ALGORITHM)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(
                header,
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(audience)
                        .subject(session.username())
                        .claim(USER, session.userId().text())
                        .claim(SESSION, session.sessionId().text())
                        .issueTime(Date.from(clock.instant()))
                        .expirationTime(Date.from(session.until()))
                        .jwtID(UUID.randomUUID().toString())
                        .build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("a key of ours signs", impossible);
        }
        return token.serialize();
    }

    @Override
    public Optional<SignedIn> read(String token) {
        return verified(token).flatMap(this::session);
    }

    @Override
    public String verificationKeys() {
        return keys.published();
    }

    private Optional<Jwt> verified(String token) {
        // Not by the decoder, to which a database that is away would be a forgery.
        keys.look();
        try {
            return Optional.of(genuine.get(token, decoder::decode)).filter(this::goesOn);
        } catch (JwtException forgedOrExpired) {
            return Optional.empty();
        }
    }

    /** The validators let a token without an end pass, and looked when it came first. */
    private boolean goesOn(Jwt token) {
        var end = token.getExpiresAt();
        return end != null
                && clock.instant().isBefore(end)
                && keys.verifying((String) token.getHeaders().get("kid")).isPresent();
    }

    private Optional<SignedIn> session(Jwt jwt) {
        var user = Optional.ofNullable(jwt.getClaimAsString(USER));
        return Optional.ofNullable(jwt.getClaimAsString(SESSION))
                .flatMap(SessionId::parse)
                .flatMap(sessions::alive)
                .filter(session -> user.equals(Optional.of(session.userId().text())));
    }

    private static JwtDecoder decoder(SigningKeys keys, String audience, Clock clock) {
        var processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT));
        // By its id alone: what a header brings along (jwk, jku, x5u, x5c) is looked at by nobody.
        processor.setJWSKeySelector((JWSHeader header, SecurityContext context) -> {
            if (!SigningKeys.ALGORITHM.equals(header.getAlgorithm())) {
                return List.of();
            }
            var key = keys.verifying(header.getKeyID());
            try {
                return key.isEmpty() ? List.of() : List.of(key.get().toECPublicKey());
            } catch (JOSEException unusable) {
                throw new KeySourceException("a key of ours is damaged", unusable);
            }
        });
        // All claims are the validators' matter.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var times = new JwtTimestampValidator(Duration.ZERO);
        times.setClock(clock);
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtIssuerValidator(ISSUER),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, named -> named != null && named.contains(audience)),
                new JwtClaimValidator<String>(JwtClaimNames.JTI, id -> id != null && !id.isBlank())));
        return decoder;
    }
}
