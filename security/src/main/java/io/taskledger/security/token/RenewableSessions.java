package io.taskledger.security.token;

import java.time.Duration;
import java.util.Optional;

import io.taskledger.security.SignedIn;

/**
 * Sessions of programs that renew their tokens: each access token lives for a short time, and each refresh token is good
 * for one exchange (RFC 6749 §6, RFC 9700 §4.14.2). All tokens of a session are one family, which ends with it.
 */
public interface RenewableSessions {

    /** How long an access token lives. */
    Duration ACCESS = Duration.ofMinutes(15);

    /** How long such a session lives, however often it is renewed. */
    Duration LIFE = Duration.ofDays(30);

    /** As {@link io.taskledger.security.Accounts#signIn}, with the same refusals. */
    Optional<Renewal> signIn(String name, String password);

    /**
     * Exchanges a refresh token for new tokens. Of several who come with the same one at the same time, one gets them; who
     * comes later with it shows that it is in two hands, and ends the session, whoever is right.
     *
     * @throws RefreshRefused where it is no good, or another request was faster
     * @throws io.taskledger.security.limit.RateLimited where too many were renewed from the same address
     */
    Renewal renew(String refreshToken);

    /** What a program gets. */
    record Renewal(SignedIn session, String accessToken, String refreshToken) {

        /** Without the tokens: no log line may hold them. */
        @Override
        public String toString() {
            return "Renewal[" + session.sessionId() + "]";
        }
    }
}
