package io.taskledger.rest;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What every address and every answer of the API share. */
public final class Api {

    /** Where the contract's paths begin. */
    public static final String BASE = "/api/v1";

    private Api() {}

    /** Whether a path is answered by the API, so that its errors are problems and never pages. */
    public static boolean covers(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** JSON whatever the client says that it accepts, as the contract has it. */
    public static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
    }
}
