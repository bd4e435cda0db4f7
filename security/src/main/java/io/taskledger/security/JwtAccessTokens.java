package io.taskledger.security;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.SecretKey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import io.taskledger.messages.SessionId;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * Tokens that say which session they stand for, signed with HMAC-SHA256 and nothing else (RFC 8725 §3.1). What counts
 * is the session's row: a token whose session has ended is worth nothing, however good its signature.
 */
final class JwtAccessTokens implements AccessTokens {

    static final String ISSUER = "taskledger";
    static final String USER = "uid";
    static final String SESSION = "sid";

    private static final MacAlgorithm ALGORITHM = MacAlgorithm.HS256;

    private static final Duration REMEMBERING = Duration.ofMinutes(5);
    private static final int REMEMBERED = 10_000;

    private final Sessions sessions;
    private final Clock clock;
    private final JwtEncoder encoder;
    private final JwtDecoder decoder;

    /** By the whole token: what was signed stays signed, so a busy program's is not looked through at each request. */
    private final Cache<String, Jwt> genuine = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(REMEMBERING)
            .build();

    JwtAccessTokens(Secrets secrets, Sessions sessions, Clock clock) {
        var key = secrets.derive(Secrets.ACCESS_TOKENS, "HmacSHA256");
        this.sessions = sessions;
        this.clock = clock;
        this.encoder = new NimbusJwtEncoder(new ImmutableSecret<>(key));
        this.decoder = decoder(key, clock);
    }

    @Override
    public String issue(SignedIn session) {
        var claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .subject(session.username())
                .claim(USER, session.userId().text())
                .claim(SESSION, session.sessionId().text())
                .issuedAt(clock.instant())
                .expiresAt(session.until())
                .id(UUID.randomUUID().toString())
                .build();
        var header = JwsHeader.with(ALGORITHM).type("JWT").build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    @Override
    public Optional<SignedIn> read(String token) {
        return verified(token).flatMap(this::session);
    }

    private Optional<Jwt> verified(String token) {
        try {
            return Optional.of(genuine.get(token, decoder::decode)).filter(this::goesOn);
        } catch (JwtException forgedOrExpired) {
            return Optional.empty();
        }
    }

    /** The validators let a token without an end pass, and looked when it came first. */
    private boolean goesOn(Jwt token) {
        var end = token.getExpiresAt();
        return end != null && clock.instant().isBefore(end);
    }

    private Optional<SignedIn> session(Jwt jwt) {
        var user = Optional.ofNullable(jwt.getClaimAsString(USER));
        return Optional.ofNullable(jwt.getClaimAsString(SESSION))
                .flatMap(SessionId::parse)
                .flatMap(sessions::alive)
                .filter(session -> user.equals(Optional.of(session.userId().text())));
    }

    private static JwtDecoder decoder(SecretKey key, Clock clock) {
        var times = new JwtTimestampValidator(Duration.ZERO);
        times.setClock(clock);
        var decoder =
                NimbusJwtDecoder.withSecretKey(key).macAlgorithm(ALGORITHM).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, new JwtIssuerValidator(ISSUER)));
        return decoder;
    }
}
