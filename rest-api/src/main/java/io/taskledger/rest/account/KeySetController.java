package io.taskledger.rest.account;

import java.time.Duration;

import io.swagger.v3.oas.annotations.Hidden;
import io.taskledger.security.token.AccessTokens;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys by which others may verify access tokens. Outside of the API's base, where such clients look for it. */
@Hidden
@RestController
class KeySetController {

    private static final MediaType KEY_SET = MediaType.parseMediaType("application/jwk-set+json");
    private static final CacheControl FOR_A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final AccessTokens tokens;

    KeySetController(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping(AccessTokens.KEYS_PATH)
    ResponseEntity<String> keys() {
        return ResponseEntity.ok()
                .contentType(KEY_SET)
                .cacheControl(FOR_A_WHILE)
                .body(tokens.verificationKeys());
    }
}
