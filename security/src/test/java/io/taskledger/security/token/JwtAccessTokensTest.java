package io.taskledger.security.token;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.security.Installation;
import io.taskledger.security.SettableClock;
import io.taskledger.security.SignedIn;
import io.taskledger.security.key.SigningKeys;
import io.taskledger.security.session.Sessions;
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
        assertThat(claims.getAudience()).containsExactly("taskledger");
        assertThat(SignedJWT.parse(token).getHeader().getKeyID()).isEqualTo(kid());
    }

    /** Shows that the forgeries below fail for what is forged in them, and for nothing else. */
    @Test
    void a_token_made_here_by_hand_with_the_right_key_is_good() throws Exception {
        assertThat(here.tokens.read(signed(claims -> {}))).contains(ann);
    }

    @Test
    void another_algorithm_is_refused_whatever_the_key() throws Exception {
        var rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        var wide = new ECKeyGenerator(Curve.P_384).keyID(kid()).generate();

        assertRefused(new PlainJWT(claims(all -> {})).serialize());
        assertRefused(new PlainJWT(claims(all -> {})).serialize() + "c2lnbmVk");
        assertRefused(forged(
                header(JWSAlgorithm.RS256),
                new RSASSASigner(rsa.generateKeyPair().getPrivate())));
        assertRefused(forged(header(JWSAlgorithm.ES384), new ECDSASigner(wide)));
        assertRefused(header("{\"alg\":\"none\",\"typ\":\"JWT\",\"kid\":\"" + kid() + "\"}"));
        assertRefused(header("{\"alg\":\"NoNe\",\"typ\":\"JWT\",\"kid\":\"" + kid() + "\"}"));
    }

    /** What verifies a signature is public, and must not pass for the secret of a code. */
    @Test
    void the_public_key_is_no_secret_of_an_hmac() throws Exception {
        var published = here.signing.verifying(kid()).orElseThrow();
        for (var secret : List.of(
                published.toECPublicKey().getEncoded(),
                published.toJSONString().getBytes(StandardCharsets.UTF_8),
                here.tokens.verificationKeys().getBytes(StandardCharsets.UTF_8))) {
            assertRefused(forged(header(JWSAlgorithm.HS256), new MACSigner(secret)));
            assertRefused(forged(header(JWSAlgorithm.HS512), new MACSigner(secret)));
        }
    }

    @Test
    void another_key_is_refused_under_our_name_its_own_and_whatever_a_name_may_be_taken_for() throws Exception {
        var theirs = new ECKeyGenerator(Curve.P_256).keyID("theirs").generate();

        for (var kid : List.of(
                kid(),
                "theirs",
                "",
                "../../dev/null",
                "/proc/sys/kernel/randomize_va_space",
                "' union select '" + theirs.toPublicJWK().toJSONString() + "' --",
                "%",
                "https://evil.example/key.json")) {
            assertRefused(forged(header(JWSAlgorithm.ES256, kid).build(), new ECDSASigner(theirs)));
        }
        assertRefused(forged(new JWSHeader(JWSAlgorithm.ES256), new ECDSASigner(theirs)));
        assertRefused(forged(new JWSHeader(JWSAlgorithm.ES256), new ECDSASigner(here.signing.signing())));
    }

    @Test
    void a_key_that_a_header_brings_along_or_leads_to_is_not_looked_at() throws Exception {
        var theirs = new ECKeyGenerator(Curve.P_256).keyID("theirs").generate();
        var signer = new ECDSASigner(theirs);
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        server.start();
        try {
            var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys.json");
            for (var kid : List.of(kid(), "theirs")) {
                var header = header(JWSAlgorithm.ES256, kid);
                assertRefused(forged(header.jwk(theirs.toPublicJWK()).build(), signer));
                assertRefused(
                        forged(header(JWSAlgorithm.ES256, kid).jwkURL(address).build(), signer));
                assertRefused(forged(
                        header(JWSAlgorithm.ES256, kid).x509CertURL(address).build(), signer));
                assertRefused(forged(
                        header(JWSAlgorithm.ES256, kid)
                                .criticalParams(Set.of("unheard-of"))
                                .customParam("unheard-of", true)
                                .build(),
                        new ECDSASigner(here.signing.signing(), Set.of())));
            }
        } finally {
            server.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void a_signature_that_is_empty_of_meaning_is_refused() {
        var token = here.tokens.issue(ann).split("\\.");
        for (var signature : List.of(new byte[64], new byte[0], new byte[63], new byte[65])) {
            assertRefused(token[0] + "." + token[1] + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
        }
    }

    @Test
    void a_new_key_signs_and_the_old_one_verifies_until_its_last_token_has_run_out() {
        var before = here.tokens.issue(ann);
        var old = kid();

        var rotated = here.signing.rotate(false);

        assertThat(kid()).isEqualTo(rotated).isNotEqualTo(old);
        assertThat(here.tokens.read(before)).contains(ann);
        assertThat(here.tokens.read(here.tokens.issue(ann))).contains(ann);
        assertThat(here.tokens.verificationKeys()).contains(old, rotated);
        here.clock.pass(Duration.ofHours(12).minusSeconds(1));
        here.signing.sweep();
        assertThat(here.signing.verifying(old)).isPresent();
        here.clock.pass(Duration.ofSeconds(2));
        here.signing.sweep();
        here.signing.mayHaveMissed();
        assertThat(here.signing.verifying(old)).isEmpty();
        assertThat(here.signing.verifying(rotated)).isPresent();
    }

    @Test
    void after_a_rotation_at_once_no_token_of_before_is_good_on_any_node_within_a_second() {
        var before = here.tokens.issue(ann);
        var elsewhere = new JwtAccessTokens(anotherNodes(), here.sessions, here.clock);
        assertThat(elsewhere.read(before)).isPresent();
        assertThat(here.tokens.read(before)).isPresent();

        here.signing.rotate(true);

        assertRefused(before);
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMillis(1_200))
                .until(() -> elsewhere.read(before).isEmpty());
        assertThat(elsewhere.read(here.tokens.issue(ann))).contains(ann);
    }

    @Test
    void a_key_that_has_come_of_age_makes_way_by_itself() {
        var old = kid();

        here.clock.pass(SigningKeys.AGE.minusSeconds(1));
        here.signing.sweep();
        assertThat(here.database.count("security.signing_key")).isOne();
        here.clock.pass(Duration.ofSeconds(1));
        here.signing.sweep();
        here.signing.mayHaveMissed();

        assertThat(kid()).isNotEqualTo(old);
    }

    @Test
    void what_is_published_holds_no_private_part_and_neither_does_the_table_in_clear() throws Exception {
        var secret = here.signing.signing().getD().toString();

        assertThat(JWKSet.parse(here.tokens.verificationKeys()).getKeys())
                .singleElement()
                .satisfies(key -> assertThat(key.isPrivate()).isFalse());
        assertThat(here.database
                        .jdbc()
                        .sql("select public_key || encode(wrapped, 'escape') from security.signing_key")
                        .query(String.class)
                        .single())
                .doesNotContain(secret);
        assertThat(here.tokens.verificationKeys()).doesNotContain(secret);
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
        assertRefused(signed(claims -> claims.audience("somebody-else")));
        assertRefused(signed(claims -> claims.audience((String) null)));
        assertRefused(signed(claims -> claims.jwtID(null)));
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

    private SigningKeys anotherNodes() {
        return new SigningKeys(here.database.jdbc(), here.secrets, Duration.ofHours(12), here.clock);
    }

    private String kid() {
        return here.signing.signing().getKeyID();
    }

    private String signed(Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(header(JWSAlgorithm.ES256), new ECDSASigner(here.signing.signing()), change);
    }

    private String forged(JWSHeader header, JWSSigner signer) throws JOSEException {
        return signed(header, signer, claims -> {});
    }

    private String signed(JWSHeader header, JWSSigner signer, Consumer<JWTClaimsSet.Builder> change)
            throws JOSEException {
        var jwt = new SignedJWT(header, claims(change));
        jwt.sign(signer);
        return jwt.serialize();
    }

    /** A good token of ours, but for its header. */
    private String header(String json) {
        var token = here.tokens.issue(ann);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8))
                + token.substring(token.indexOf('.'));
    }

    private JWSHeader header(JWSAlgorithm algorithm) {
        return header(algorithm, kid()).build();
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm, String kid) {
        return new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(kid);
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        var claims = new JWTClaimsSet.Builder()
                .issuer("taskledger")
                .audience("taskledger")
                .jwtID("1")
                .subject("Ann")
                .claim("uid", ann.userId().text())
                .claim("sid", ann.sessionId().text())
                .expirationTime(Date.from(ann.until()));
        change.accept(claims);
        return claims.build();
    }
}
