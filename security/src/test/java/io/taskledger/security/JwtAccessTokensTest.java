package io.taskledger.security;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.taskledger.security.Installation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class JwtAccessTokensTest {

    private final Installation here = new Installation();
    private final SignedIn ann = signedIn("Ann");

    @Test
    void a_token_stands_for_its_session_and_says_what_the_contract_wants() throws Exception {
        var token = here.tokens.issue(ann);

        assertThat(here.tokens.read(token)).contains(ann);
        var claims = SignedJWT.parse(token).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("Ann");
        assertThat(claims.getStringClaim("uid")).isEqualTo(ann.userId().text());
        assertThat(claims.getStringClaim("sid")).isEqualTo(ann.sessionId().text());
        assertThat(claims.getExpirationTime().toInstant()).isEqualTo(SettableClock.START.plus(Duration.ofHours(12)));
        assertThat(claims.getIssueTime().toInstant()).isEqualTo(SettableClock.START);
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getIssuer()).isEqualTo("taskledger");
    }

    /** Shows that the forgeries below fail for what is forged in them, and for nothing else. */
    @Test
    void a_token_made_here_by_hand_with_the_right_key_is_good() throws Exception {
        assertThat(here.tokens.read(signed(JWSAlgorithm.HS256, key(), claims -> {})))
                .contains(ann);
    }

    @Test
    void another_algorithm_is_refused_whatever_the_key() throws Exception {
        var rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        var wide = Stream.of(key(), key())
                .collect(ByteArrayOutputStream::new, (all, one) -> all.writeBytes(one), (a, b) -> {});

        assertRefused(new PlainJWT(claims(all -> {})).serialize());
        assertRefused(new PlainJWT(claims(all -> {})).serialize() + "c2lnbmVk");
        assertRefused(signed(JWSAlgorithm.HS384, wide.toByteArray(), all -> {}));
        assertRefused(signed(JWSAlgorithm.HS512, wide.toByteArray(), all -> {}));
        assertRefused(signed(
                JWSAlgorithm.RS256, new RSASSASigner(rsa.generateKeyPair().getPrivate()), all -> {}));
    }

    @Test
    void another_key_is_refused_even_one_of_ours_for_another_purpose() throws Exception {
        var other = here.secrets.derive(Secrets.RESERVATIONS, "HmacSHA256").getEncoded();

        assertRefused(signed(JWSAlgorithm.HS256, other, claims -> {}));
        assertRefused(signed(JWSAlgorithm.HS256, new byte[32], claims -> {}));
    }

    @Test
    void a_changed_claim_or_signature_is_refused() {
        var token = here.tokens.issue(ann).split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8);
        var changed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace("\"Ann\"", "\"Eve\"").getBytes(StandardCharsets.UTF_8));

        assertThat(changed).isNotEqualTo(token[1]);
        assertRefused(token[0] + "." + changed + "." + token[2]);
        assertRefused(token[0] + "." + token[1] + ".");
        assertRefused(token[0] + "." + token[1] + "." + token[2].substring(1));
        assertRefused(token[0] + "." + token[1]);
    }

    @Test
    void times_issuer_session_and_account_must_all_be_right() throws Exception {
        var eve = signedIn("Eve");

        assertRefused(signed(claims -> claims.expirationTime(null)));
        assertRefused(signed(claims -> claims.expirationTime(Date.from(SettableClock.START.minusSeconds(1)))));
        assertRefused(signed(claims -> claims.notBeforeTime(Date.from(SettableClock.START.plusSeconds(60)))));
        assertRefused(signed(claims -> claims.issuer("somebody-else")));
        assertRefused(signed(claims -> claims.issuer(null)));
        assertRefused(signed(claims -> claims.claim("sid", SessionId.next().text())));
        assertRefused(signed(claims -> claims.claim("sid", "session-1")));
        assertRefused(signed(claims -> claims.claim("sid", null)));
        assertRefused(signed(claims -> claims.claim("sid", eve.sessionId().text())));
        assertRefused(signed(claims -> claims.claim("uid", eve.userId().text())));
        assertRefused(signed(claims -> claims.claim("uid", UserId.next().text())));
        assertRefused(signed(claims -> claims.claim("uid", null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a.b.c", "null", "eyJhbGciOiJIUzI1NiJ9", "\0", "ü.ü.ü"})
    void what_is_no_token_is_refused(String text) {
        assertRefused(text);
    }

    @Test
    void a_token_is_good_until_it_expires_and_not_a_second_longer() {
        var token = here.tokens.issue(ann);

        here.clock.pass(Duration.ofHours(12).minusSeconds(1));
        assertThat(here.tokens.read(token)).isPresent();
        here.clock.pass(Duration.ofSeconds(1));
        assertRefused(token);
    }

    @Test
    void a_token_of_an_ended_session_is_refused_at_once() {
        var token = here.tokens.issue(ann);
        assertThat(here.tokens.read(token)).isPresent();

        here.accounts.signOut(ann.sessionId());

        assertRefused(token);
    }

    @Test
    void a_session_ended_on_another_node_is_refused_within_a_second() {
        var token = here.tokens.issue(ann);
        assertThat(here.tokens.read(token)).isPresent();

        new Sessions(here.database.jdbc(), here.clock).end(ann.sessionId());

        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMillis(1_200))
                .until(() -> here.tokens.read(token).isEmpty());
    }

    private SignedIn signedIn(String name) {
        here.accounts.register(name, name + "@example.org", PASSWORD, Via.REST);
        return here.accounts.signIn(name, PASSWORD, Via.REST).orElseThrow();
    }

    private void assertRefused(String token) {
        assertThat(here.tokens.read(token)).isEmpty();
    }

    private byte[] key() {
        return here.secrets.derive(Secrets.ACCESS_TOKENS, "HmacSHA256").getEncoded();
    }

    private String signed(Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(JWSAlgorithm.HS256, key(), change);
    }

    private String signed(JWSAlgorithm algorithm, byte[] key, Consumer<JWTClaimsSet.Builder> change)
            throws JOSEException {
        return signed(algorithm, new MACSigner(key), change);
    }

    private String signed(JWSAlgorithm algorithm, JWSSigner signer, Consumer<JWTClaimsSet.Builder> change)
            throws JOSEException {
        var jwt = new SignedJWT(new JWSHeader(algorithm), claims(change));
        jwt.sign(signer);
        return jwt.serialize();
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        var claims = new JWTClaimsSet.Builder()
                .issuer("taskledger")
                .subject("Ann")
                .claim("uid", ann.userId().text())
                .claim("sid", ann.sessionId().text())
                .expirationTime(Date.from(ann.until()));
        change.accept(claims);
        return claims.build();
    }
}
